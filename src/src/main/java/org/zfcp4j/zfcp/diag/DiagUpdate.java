// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.diag;

import java.util.function.ToIntFunction;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.DiagAdapter;
import org.zfcp4j.zfcp.def.DiagHeader;
import org.zfcp4j.zfcp.fsf.ExchangeConfigData;
import org.zfcp4j.zfcp.fsf.ExchangePortData;

/** Fetching diagnostics from the channel, not too often and by one thread at a time. Process context; all of it blocks. */
public final class DiagUpdate {
    private DiagUpdate() {
    }

    /**
     * {@code zfcp_diag_update_port_data_buffer}: fetches port data; the response handler puts them into the buffer.
     *
     * @return 0, also if the data are incomplete (the buffer says so), or what the command returned
     */
    @LinuxSource("zfcp_diag.c:zfcp_diag_update_port_data_buffer")
    public static int updatePortDataBuffer(Adapter adapter) {
        int rc = ExchangePortData.exchangePortDataSync(adapter.qdio, null);
        return rc == -Errno.EAGAIN ? 0 : rc;
    }

    /** {@code zfcp_diag_update_config_data_buffer}: the same for configuration data. */
    @LinuxSource("zfcp_diag.c:zfcp_diag_update_config_data_buffer")
    public static int updateConfigDataBuffer(Adapter adapter) {
        int rc = ExchangeConfigData.exchangeConfigDataSync(adapter.qdio, null);
        return rc == -Errno.EAGAIN ? 0 : rc;
    }

    /**
     * {@code __zfcp_diag_update_buffer}: fetches, or waits for the thread that does. Holds {@code access_lock} at both
     * ends, not while it sleeps.
     *
     * @return {@code -EAGAIN} if another thread fetched, else the result of {@code bufferUpdate}
     */
    @LinuxSource("zfcp_diag.c:__zfcp_diag_update_buffer")
    private static int updateBufferLocked(Adapter adapter, DiagHeader hdr, ToIntFunction<Adapter> bufferUpdate) {
        WaitQueue publishWait = adapter.module.diagPublishWait;

        if (hdr.updating) {
            // Uninterruptible here, so the EINTR of C does not arise.
            publishWait.waitEventLockIrq(() -> !hdr.updating, hdr.accessLock);
            return -Errno.EAGAIN;
        }
        hdr.updating = true;
        hdr.accessLock.unlockIrq();

        int rc = bufferUpdate.applyAsInt(adapter);

        hdr.accessLock.lockIrq();
        hdr.updating = false;
        publishWait.wakeUp();
        return rc;
    }

    /** {@code __zfcp_diag_test_buffer_age_isfresh}: the caller holds {@code access_lock}. */
    @LinuxSource("zfcp_diag.c:__zfcp_diag_test_buffer_age_isfresh")
    private static boolean testBufferAgeIsfreshLocked(DiagAdapter diag, DiagHeader hdr) {
        long now = hdr.kernel.jiffies();

        // Data from the future cannot be; if they are, fetching again puts it right.
        if (now - hdr.timestamp < 0) {
            return false;
        }
        return now - hdr.timestamp < diag.maxAge;
    }

    /**
     * {@code zfcp_diag_update_buffer_limited}: returns once the buffer is younger than the limit, or this thread has tried
     * to fetch it.
     *
     * @param bufferUpdate fetches into {@code hdr}: one of the two functions above
     * @return 0, or what {@code bufferUpdate} returned
     */
    @LinuxSource("zfcp_diag.c:zfcp_diag_update_buffer_limited")
    public static int updateBufferLimited(Adapter adapter, DiagHeader hdr, ToIntFunction<Adapter> bufferUpdate) {
        int rc = 0;

        hdr.accessLock.lockIrq();
        while (!testBufferAgeIsfreshLocked(adapter.diagnostics, hdr)) {
            rc = updateBufferLocked(adapter, hdr, bufferUpdate);
            if (rc != -Errno.EAGAIN) {
                break;
            }
            rc = 0;
        }
        hdr.accessLock.unlockIrq();
        return rc;
    }
}
