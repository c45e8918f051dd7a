// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_ERROR;

import org.zfcp4j.layout.fsf.FsfProtStatusQual;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfQualLatencyInfo;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Latencies;
import org.zfcp4j.zfcp.def.ScsiDev;

/** What the channel measured for an FCP command: for the LUN's statistics and for block tracing. */
final class ReqTrace {
    private ReqTrace() {
    }

    /** {@code zfcp_fsf_update_lat}: adds one latency, an unsigned number of 32 bits; under the lock of the LUN's latencies. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_update_lat")
    static void updateLat(Latencies.LatencyRecord latRec, long lat) {
        latRec.sum += lat;
        latRec.min = Math.min(latRec.min, lat);
        latRec.max = Math.max(latRec.max, lat);
    }

    /** {@code zfcp_fsf_req_trace}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_req_trace")
    static void reqTrace(FsfReq req, ScsiCmnd scsi) {
        int ticks = req.adapter.timerTicks;
        long latIn = FsfProtStatusQual.LATENCY_INFO.at(FsfQtcbPrefix.PROT_STATUS_QUAL.at(FsfQtcb.PREFIX.at(req.qtcb)));
        int flags = 0;
        long channelLat = 0;
        long fabricLat = 0;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            flags |= ZFCP_BLK_REQ_ERROR;
        }

        if ((req.adapter.adapterFeatures & FSF_FEATURE_MEASUREMENT_DATA) != 0
                && (req.status & ZFCP_STATUS_FSFREQ_ERROR) == 0) {
            ScsiDev zfcpSdev = ScsiDev.of(scsi.device);
            int channelTicks = FsfQualLatencyInfo.CHANNEL_LAT.get(latIn);
            int fabricTicks = FsfQualLatencyInfo.FABRIC_LAT.get(latIn);
            flags |= ZFCP_BLK_LAT_VALID;
            // The product has 32 bits in C, too.
            channelLat = Integer.toUnsignedLong(channelTicks * ticks);
            fabricLat = Integer.toUnsignedLong(fabricTicks * ticks);

            Latencies.LatencyCont lat = latencies(req, zfcpSdev.latencies);
            if (lat != null) {
                zfcpSdev.latencies.lock.lock();
                updateLat(lat.channel, Integer.toUnsignedLong(channelTicks));
                updateLat(lat.fabric, Integer.toUnsignedLong(fabricTicks));
                lat.counter++;
                zfcpSdev.latencies.lock.unlock();
            }
        }

        req.adapter.module.scsi.blkAddDriverData(scsi, flags, 0, req.qdioOutbUsage, channelLat, fabricLat);
    }

    private static Latencies.LatencyCont latencies(FsfReq req, Latencies latencies) {
        return switch (FsfQtcbBottomIo.DATA_DIRECTION.get(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)))) {
            case FSF_DATADIR_DIF_READ_STRIP, FSF_DATADIR_DIF_READ_CONVERT, FSF_DATADIR_READ -> latencies.read;
            case FSF_DATADIR_DIF_WRITE_INSERT, FSF_DATADIR_DIF_WRITE_CONVERT, FSF_DATADIR_WRITE -> latencies.write;
            case FSF_DATADIR_CMND -> latencies.cmd;
            default -> null;
        };
    }
}
