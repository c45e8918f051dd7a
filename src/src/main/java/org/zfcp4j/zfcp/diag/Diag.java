// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.diag;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.DiagAdapter;
import org.zfcp4j.zfcp.def.DiagHeader;

/** The cache of what the channel last told about configuration and port, for diagnostics. */
public final class Diag {
    /** Age in milliseconds from which an answer is fetched again, unless set otherwise. */
    private static final long DEFAULT_MAX_AGE = 5000;

    private Diag() {
    }

    /** {@code zfcp_diag_adapter_setup}: empty buffers, too old to be used; 0 or {@code -ENOMEM}. Process context. */
    @LinuxSource("zfcp_diag.c:zfcp_diag_adapter_setup")
    public static int adapterSetup(Adapter adapter) {
        Kernel kernel = adapter.module.kernel;
        if (!kernel.mayAllocate("zfcp_diag_adapter")) {
            return -Errno.ENOMEM;
        }
        DiagAdapter diag = new DiagAdapter(kernel, FsfQtcbBottom.SIZE);
        diag.maxAge = DEFAULT_MAX_AGE;
        // So old that the first look at the age fetches an answer.
        diag.portData.timestamp = kernel.jiffies() - diag.maxAge;
        diag.configData.timestamp = kernel.jiffies() - diag.maxAge;

        adapter.diagnostics = diag;
        return 0;
    }

    /** {@code zfcp_diag_adapter_free}: also of an adapter that has none. Process context. */
    @LinuxSource("zfcp_diag.c:zfcp_diag_adapter_free")
    public static void adapterFree(Adapter adapter) {
        adapter.diagnostics = null;
    }

    /**
     * {@code zfcp_diag_update_xdata}: takes over an answer of the channel. Any context; no allocation.
     *
     * @param data absolute address of the QTCB bottom
     * @param incomplete the channel could not give everything
     */
    @LinuxSource("zfcp_diag.c:zfcp_diag_update_xdata")
    public static void updateXdata(DiagHeader hdr, long data, boolean incomplete) {
        long captureTimestamp = hdr.kernel.jiffies();

        hdr.accessLock.lockIrq();
        // Another update may have overtaken this one before it got the lock.
        if (captureTimestamp - hdr.timestamp >= 0) {
            hdr.timestamp = captureTimestamp;
            hdr.incomplete = incomplete;
            Memory.get(data, hdr.buffer, 0, hdr.buffer.length);
        }
        hdr.accessLock.unlockIrq();
    }

    /** {@code zfcp_diag_support_sfp}: whether the channel reports data of its optical transceiver. */
    @LinuxSource("zfcp_diag.h:zfcp_diag_support_sfp")
    public static boolean supportSfp(Adapter adapter) {
        return (adapter.adapterFeatures & FsfConstants.FSF_FEATURE_REPORT_SFP_DATA) != 0;
    }
}
