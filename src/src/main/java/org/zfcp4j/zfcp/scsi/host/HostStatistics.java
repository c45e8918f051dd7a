// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import java.nio.ByteBuffer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.LinuxSource;
import org.zfcp4j.kernel.scsi.FcHostStatistics;
import org.zfcp4j.kernel.scsi.ScsiHost;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
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
        ByteBuffer now = DeviceMemory.wrap(data);
        ByteBuffer then = DeviceMemory.wrap(old);
        fill(fcStats, offset -> now.getLong((int) offset) - then.getLong((int) offset));
    }

    /** {@code zfcp_scsi_set_fc_host_stats}: what was counted since the channel was started. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_set_fc_host_stats")
    static void setFcHostStats(FcHostStatistics fcStats, byte[] data) {
        ByteBuffer now = DeviceMemory.wrap(data);
        fill(fcStats, offset -> now.getLong((int) offset));
    }

    /** A counter of the port bottom: 64 bits, big-endian, at an offset. */
    private interface Counter {
        long at(long offset);
    }

    private static void fill(FcHostStatistics fcStats, Counter counter) {
        fcStats.secondsSinceLastReset = counter.at(FsfQtcbBottomPort.OFFSET_SECONDS_SINCE_LAST_RESET);
        fcStats.txFrames = counter.at(FsfQtcbBottomPort.OFFSET_TX_FRAMES);
        fcStats.txWords = counter.at(FsfQtcbBottomPort.OFFSET_TX_WORDS);
        fcStats.rxFrames = counter.at(FsfQtcbBottomPort.OFFSET_RX_FRAMES);
        fcStats.rxWords = counter.at(FsfQtcbBottomPort.OFFSET_RX_WORDS);
        fcStats.lipCount = counter.at(FsfQtcbBottomPort.OFFSET_LIP);
        fcStats.nosCount = counter.at(FsfQtcbBottomPort.OFFSET_NOS);
        fcStats.errorFrames = counter.at(FsfQtcbBottomPort.OFFSET_ERROR_FRAMES);
        fcStats.dumpedFrames = counter.at(FsfQtcbBottomPort.OFFSET_DUMPED_FRAMES);
        fcStats.linkFailureCount = counter.at(FsfQtcbBottomPort.OFFSET_LINK_FAILURE);
        fcStats.lossOfSyncCount = counter.at(FsfQtcbBottomPort.OFFSET_LOSS_OF_SYNC);
        fcStats.lossOfSignalCount = counter.at(FsfQtcbBottomPort.OFFSET_LOSS_OF_SIGNAL);
        fcStats.primSeqProtocolErrCount = counter.at(FsfQtcbBottomPort.OFFSET_PSP_ERROR_COUNTS);
        fcStats.invalidTxWordCount = counter.at(FsfQtcbBottomPort.OFFSET_INVALID_TX_WORDS);
        fcStats.invalidCrcCount = counter.at(FsfQtcbBottomPort.OFFSET_INVALID_CRCS);
        fcStats.fcpInputRequests = counter.at(FsfQtcbBottomPort.OFFSET_INPUT_REQUESTS);
        fcStats.fcpOutputRequests = counter.at(FsfQtcbBottomPort.OFFSET_OUTPUT_REQUESTS);
        fcStats.fcpControlRequests = counter.at(FsfQtcbBottomPort.OFFSET_CONTROL_REQUESTS);
        fcStats.fcpInputMegabytes = counter.at(FsfQtcbBottomPort.OFFSET_INPUT_MB);
        fcStats.fcpOutputMegabytes = counter.at(FsfQtcbBottomPort.OFFSET_OUTPUT_MB);
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
                DeviceMemory.wrap(data).getLong((int) FsfQtcbBottomPort.OFFSET_SECONDS_SINCE_LAST_RESET);
        if (adapter.statsReset != 0
                && Long.compareUnsigned(seconds(adapter) - adapter.statsReset, secondsSinceLastReset) < 0) {
            adjustFcHostStats(fcStats, data, adapter.statsResetData);
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
