// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.qdio.QdioTiming;

/** The kernel that all tests of a JVM share. It lives as long as the JVM does. */
public final class Machine {
    private static final long STORAGE = 128L << 20;
    private static final Kernel KERNEL = new RealKernel(STORAGE);

    private Machine() {
    }

    /** The kernel on real threads. */
    public static Kernel kernel() {
        return KERNEL;
    }

    /** A device on {@code subchannel} whose operations take no time. */
    static CcwDevice device(QuietSubchannel subchannel) {
        CcwDevice cdev = new CcwDevice(KERNEL, new Device(KERNEL, "0.0.1900", null, null, device -> { }), subchannel, null);
        cdev.setTiming(QdioTiming.NONE);
        return cdev;
    }

    /**
     * Establishes and activates a pair of queues. Without a scan threshold the output queue looks for finished SBALs neither by
     * its tasklet nor by its timer, so that no third thread takes part.
     */
    static void activate(Qdio qdio, long[] inputSbals, long[] outputSbals) {
        must(qdio.establish(new QdioInitialize(QdioConstants.QDIO_ZFCP_QFMT, 0, 0, (error, queue, first, count) -> { },
                (error, queue, first, count) -> { }, 0, null, new long[][] {inputSbals}, new long[][] {outputSbals})));
        must(qdio.activate());
    }

    static void must(int rc) {
        if (rc != 0) {
            throw new IllegalStateException("no queues: " + rc);
        }
    }
}
