// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import java.nio.ByteBuffer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHostStatistics;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.fsf.ExchangePortData;

/**
 * {@code zfcp_scsi.c}: statistics of the FCP channel port. The channel counts on; a reset only remembers from where to count.
 * Process context: each call exchanges port data with the channel.
 */
final class HostStatistics {
    private HostStatistics() {
    }

    /** {@code zfcp_scsi_init_fc_host_stats}: the adapter's statistics, zeroed; null without memory. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_init_fc_host_stats")
    private static FcHostStatistics initFcHostStats(Adapter adapter) {
        if (adapter.fcStats == null && !adapter.module.kernel.mayAllocate("fc_host_statistics")) {
            return null;
        }
        // A new object in place of C's memset: a reader of the old one is not disturbed.
        FcHostStatistics fcStats = new FcHostStatistics();
        adapter.fcStats = fcStats;
        return fcStats;
    }

    /** {@code zfcp_scsi_adjust_fc_host_stats}: what was counted since {@code old}. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_adjust_fc_host_stats")
    static void adjustFcHostStats(FcHostStatistics fcStats, byte[] data, byte[] old) {
        ByteBuffer now = ByteBuffer.wrap(data).order(Geometry.CURRENT.byteOrder());
        ByteBuffer then = ByteBuffer.wrap(old).order(Geometry.CURRENT.byteOrder());
        fill(fcStats, offset -> now.getLong((int) offset) - then.getLong((int) offset));
    }

    /** {@code zfcp_scsi_set_fc_host_stats}: what was counted since the channel was started. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_set_fc_host_stats")
    static void setFcHostStats(FcHostStatistics fcStats, byte[] data) {
        ByteBuffer now = ByteBuffer.wrap(data).order(Geometry.CURRENT.byteOrder());
        fill(fcStats, offset -> now.getLong((int) offset));
    }

    /** A counter of the port bottom: 64 bits, big-endian, at an offset. */
    private interface Counter {
        long at(long offset);
    }

    private static void fill(FcHostStatistics fcStats, Counter counter) {
        fcStats.secondsSinceLastReset = counter.at(FsfQtcbBottomPort.SECONDS_SINCE_LAST_RESET.offset());
        fcStats.txFrames = counter.at(FsfQtcbBottomPort.TX_FRAMES.offset());
        fcStats.txWords = counter.at(FsfQtcbBottomPort.TX_WORDS.offset());
        fcStats.rxFrames = counter.at(FsfQtcbBottomPort.RX_FRAMES.offset());
        fcStats.rxWords = counter.at(FsfQtcbBottomPort.RX_WORDS.offset());
        fcStats.lipCount = counter.at(FsfQtcbBottomPort.LIP.offset());
        fcStats.nosCount = counter.at(FsfQtcbBottomPort.NOS.offset());
        fcStats.errorFrames = counter.at(FsfQtcbBottomPort.ERROR_FRAMES.offset());
        fcStats.dumpedFrames = counter.at(FsfQtcbBottomPort.DUMPED_FRAMES.offset());
        fcStats.linkFailureCount = counter.at(FsfQtcbBottomPort.LINK_FAILURE.offset());
        fcStats.lossOfSyncCount = counter.at(FsfQtcbBottomPort.LOSS_OF_SYNC.offset());
        fcStats.lossOfSignalCount = counter.at(FsfQtcbBottomPort.LOSS_OF_SIGNAL.offset());
        fcStats.primSeqProtocolErrCount = counter.at(FsfQtcbBottomPort.PSP_ERROR_COUNTS.offset());
        fcStats.invalidTxWordCount = counter.at(FsfQtcbBottomPort.INVALID_TX_WORDS.offset());
        fcStats.invalidCrcCount = counter.at(FsfQtcbBottomPort.INVALID_CRCS.offset());
        fcStats.fcpInputRequests = counter.at(FsfQtcbBottomPort.INPUT_REQUESTS.offset());
        fcStats.fcpOutputRequests = counter.at(FsfQtcbBottomPort.OUTPUT_REQUESTS.offset());
        fcStats.fcpControlRequests = counter.at(FsfQtcbBottomPort.CONTROL_REQUESTS.offset());
        fcStats.fcpInputMegabytes = counter.at(FsfQtcbBottomPort.INPUT_MB.offset());
        fcStats.fcpOutputMegabytes = counter.at(FsfQtcbBottomPort.OUTPUT_MB.offset());
    }

    /** The port bottom from the channel, possibly incomplete; null without memory or on an error. */
    private static byte[] portData(Adapter adapter) {
        if (!adapter.module.kernel.mayAllocate("fsf_qtcb_bottom_port")) {
            return null;
        }
        byte[] data = new byte[FsfQtcbBottomPort.SIZE];
        int ret = ExchangePortData.exchangePortDataSync(adapter.qdio, data);
        return ret != 0 && ret != -Errno.EAGAIN ? null : data;
    }

    /** {@code zfcp_scsi_get_fc_host_stats}: current statistics, or null if they cannot be had. */
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_get_fc_host_stats", calls = "zfcp_fsf_exchange_port_data_sync")
    static FcHostStatistics getFcHostStats(ScsiHost host) {
        Adapter adapter = (Adapter) host.hostdata;
        FcHostStatistics fcStats = initFcHostStats(adapter);
        if (fcStats == null) {
            return null;
        }

        byte[] data = portData(adapter);
        if (data == null) {
            return null;
        }

        // If the channel's own count is younger than our reset, it was restarted and nothing is to be subtracted.
        long secondsSinceLastReset =
                ByteBuffer.wrap(data).order(Geometry.CURRENT.byteOrder()).getLong((int) FsfQtcbBottomPort.SECONDS_SINCE_LAST_RESET.offset());
        // C follows the pointer, which is null until the first reset has set it, after the time.
        byte[] old = adapter.statsResetData;
        if (adapter.statsReset != 0 && old != null
                && Long.compareUnsigned(seconds(adapter) - adapter.statsReset, secondsSinceLastReset) < 0) {
            adjustFcHostStats(fcStats, data, old);
        } else {
            setFcHostStats(fcStats, data);
        }
        return fcStats;
    }

    /** {@code zfcp_scsi_reset_fc_host_stats}: counts from now on, unless the channel does not answer. */
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_reset_fc_host_stats", calls = "zfcp_fsf_exchange_port_data_sync")
    static void resetFcHostStats(ScsiHost shost) {
        Adapter adapter = (Adapter) shost.hostdata;

        byte[] data = portData(adapter);
        if (data != null) {
            adapter.statsReset = seconds(adapter);
            adapter.statsResetData = data;
        }
    }

    private static long seconds(Adapter adapter) {
        return adapter.module.kernel.jiffies() / Kernel.HZ;
    }
}
