// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_ACTIVATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.lab.check.WorldObserver;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.trace.LogMessage;
import org.zfcp4j.trace.SystemTraces;
import org.zfcp4j.trace.TraceRecord;

/**
 * Keeps what the kernel of a machine leaves besides the traces of zfcp: its messages, and what the QDIO layer traces of the events
 * that can be seen here, in its words. Of an error, the flags of the SBAL are left out.
 */
final class SystemLog implements WorldObserver {
    private static final int LEVEL = 3;
    private static final int RECORD_SIZE = 16;
    private static final String SETUP = "qdio_setup";
    private static final String ERROR = "qdio_error";

    private final Kernel kernel;
    private final List<CcwDevice> devices;
    private final List<TraceRecord> records = new ArrayList<>();
    private final List<LogMessage> messages = new ArrayList<>();

    /**
     * @param devices by the numbers of their subchannels; may still grow
     * @param release of the Linux whose driver runs
     */
    SystemLog(Kernel kernel, List<CcwDevice> devices, String release) {
        this.kernel = kernel;
        this.devices = devices;
        messages.add(LogMessage.banner(now(), release));
    }

    /** What there is so far. */
    SystemTraces traces(int zfcpLevel) {
        return new SystemTraces(zfcpLevel, devices.stream().map(CcwDevice::busId).toList(), List.copyOf(records), List.copyOf(messages));
    }

    private long now() {
        return kernel.todClock() - Kernel.TOD_UNIX_EPOCH >>> 12;
    }

    private void add(String area, String format, Object... values) {
        byte[] text = String.format(format, values).getBytes(StandardCharsets.US_ASCII);
        records.add(new TraceRecord(area, RECORD_SIZE, LEVEL, now(), kernel.contextName(),
                Arrays.copyOf(text, Math.min(text.length, RECORD_SIZE))));
    }

    private int number(CcwDevice cdev) {
        return devices.indexOf(cdev);
    }

    @Override
    public void message(LogLevel level, Device device, String function, String text) {
        messages.add(new LogMessage(now(), device == null ? "" : "zfcp " + device.name(), text));
    }

    @Override
    public void establish(CcwDevice cdev, QdioInitialize init, int rc) {
        add(SETUP, "qestablish:%4x", number(cdev));
        add("qdio_" + cdev.busId(), "qfmt:%d", init.qFormat());
        add("qdio_" + cdev.busId(), "niq:%d noq:%d", init.noInputQs(), init.noOutputQs());
        if (rc != 0) {
            add(ERROR, "rc:%4x", rc);
        }
    }

    @Override
    public void ssqd(CcwDevice cdev, int qdioac2, int rc) {
        add(SETUP, "get ssqd:%4x", number(cdev));
    }

    @Override
    public void activate(CcwDevice cdev, int rc) {
        add(SETUP, "qactivate:%4x", number(cdev));
        if (rc != 0) {
            add(ERROR, "rc:%4x", rc);
        }
    }

    @Override
    public void shutdown(CcwDevice cdev, int how) {
        add(SETUP, "qshutdown:%4x", number(cdev));
    }

    @Override
    public void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
        if ((qdioErr & QDIO_ERROR_SLSB_STATE) != 0) {
            add(ERROR, "%4x BUF ERROR", number(cdev));
            add(ERROR, (input ? "IN:" : "OUT:") + "%2d", 0);
            add(ERROR, "FTC:%3d C:%3d", first, count);
        } else if ((qdioErr & QDIO_ERROR_ACTIVATE) != 0) {
            add(ERROR, "%4x ACT CHECK", number(cdev));
        }
    }
}
