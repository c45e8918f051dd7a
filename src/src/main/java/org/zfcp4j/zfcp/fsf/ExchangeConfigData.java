// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.DiagHeader;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.diag.Diag;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;
import org.zfcp4j.zfcp.scsi.ShostUpdate;

/** Exchange config data: what driver and channel can do, the topology, and how many status read buffers there shall be. */
public final class ExchangeConfigData {
    /** A PLOGI payload begins with its command word; the one in the bottom lacks it. */
    private static final int MISSING_COMMAND_CODE = Integer.BYTES;

    private static final int REQUESTED_FEATURES = FSF_FEATURE_NOTIFICATION_LOST | FSF_FEATURE_UPDATE_ALERT
            | FSF_FEATURE_REQUEST_SFP_DATA | FSF_FEATURE_FC_SECURITY;

    private static final Consumer<FsfReq> HANDLER = ExchangeConfigData::exchangeConfigDataHandler;

    private ExchangeConfigData() {
    }

    /**
     * {@code zfcp_fsf_exchange_config_evaluate}: takes over what the answer says; {@code -EIO} and a shutdown for a topology that
     * zfcp cannot handle.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_config_evaluate")
    static int exchangeConfigEvaluate(FsfReq req) {
        long bottom = FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(req.qtcb));
        Adapter adapter = req.adapter;
        long plogi = FsfQtcbBottomConfig.PLOGI_PAYLOAD.at(bottom) - MISSING_COMMAND_CODE;

        if (req.data instanceof byte[] copy) {
            Memory.get(bottom, copy, 0, FsfQtcbBottomConfig.SIZE);
        }

        adapter.timerTicks = FsfQtcbBottomConfig.TIMER_INTERVAL.get(bottom) & ZFCP_FSF_TIMER_INT_MASK;
        adapter.statReadBufNum = Math.max(FsfQtcbBottomConfig.STATUS_READ_BUF_NUM.get(bottom),
                adapter.module.parameters.statusReads);

        // What follows is not valid in an incomplete answer. No error may be returned before this point.
        if (FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(req.qtcb)) == FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE) {
            return 0;
        }

        adapter.hydraVersion = FsfQtcbBottomConfig.ADAPTER_TYPE.get(bottom);

        switch (FsfQtcbBottomConfig.FC_TOPOLOGY.get(bottom)) {
            case FSF_TOPO_P2P -> {
                adapter.peerDId = FsfQtcbBottomConfig.PEER_D_ID.get(bottom);
                adapter.peerWwpn = FcElsFlogi.FL_WWPN.get(plogi);
                adapter.peerWwnn = FcElsFlogi.FL_WWNN.get(plogi);
            }
            case FSF_TOPO_FABRIC -> {
            }
            default -> {
                DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_exchange_config_evaluate",
                        "The fibre channel topology is an arbitrated loop or unknown: not supported");
                ErpTrigger.adapterShutdown(adapter, 0, "fsece_1");
                return -Errno.EIO;
            }
        }
        return 0;
    }

    /** {@code zfcp_fsf_exchange_config_data_handler}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_config_data_handler")
    static void exchangeConfigDataHandler(FsfReq req) {
        Adapter adapter = req.adapter;
        DiagHeader diagHdr = adapter.diagnostics.configData;
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long bottom = FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(req.qtcb));

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        adapter.fsfLicVersion = FsfQtcbBottomConfig.LIC_VERSION.get(bottom);
        adapter.adapterFeatures = FsfQtcbBottomConfig.ADAPTER_FEATURES.get(bottom);
        adapter.connectionFeatures = FsfQtcbBottomConfig.CONNECTION_FEATURES.get(bottom);
        adapter.peerWwpn = 0;
        adapter.peerWwnn = 0;
        adapter.peerDId = 0;

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_GOOD -> {
                // The cache is refreshed although it may not be too old yet: the data is here.
                Diag.updateXdata(diagHdr, bottom, false);

                ShostUpdate.shostUpdateConfigData(adapter, bottom, false);
                if (exchangeConfigEvaluate(req) != 0) {
                    return;
                }

                if (Integer.compareUnsigned(FsfQtcbBottomConfig.MAX_QTCB_SIZE.get(bottom), FsfQtcb.SIZE) < 0) {
                    DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_exchange_config_data_handler", "The FCP channel's largest QTCB of "
                            + FsfQtcbBottomConfig.MAX_QTCB_SIZE.get(bottom) + " bytes is too small");
                    ErpTrigger.adapterShutdown(adapter, 0, "fsecdh1");
                    return;
                }
                adapter.status.or(ZFCP_STATUS_ADAPTER_XCONFIG_OK);
            }
            case FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE -> {
                Diag.updateXdata(diagHdr, bottom, true);
                req.status |= ZFCP_STATUS_FSFREQ_XDATAINCOMPLETE;

                // The adapter stays open without a link, so that it hears of the link coming up.
                adapter.status.or(ZFCP_STATUS_ADAPTER_XCONFIG_OK);
                LinkDown.linkDownInfoEval(req, FsfStatusQual.LINK_DOWN_INFO.at(FsfQtcbHeader.FSF_STATUS_QUAL.at(header)));

                ShostUpdate.shostUpdateConfigData(adapter, bottom, true);
                if (exchangeConfigEvaluate(req) != 0) {
                    return;
                }
            }
            default -> {
                ErpTrigger.adapterShutdown(adapter, 0, "fsecdh3");
                return;
            }
        }

        if ((adapter.adapterFeatures & FSF_FEATURE_HBAAPI_MANAGEMENT) != 0) {
            adapter.hardwareVersion = FsfQtcbBottomConfig.HARDWARE_VERSION.get(bottom);
        }

        if (Integer.compareUnsigned(FSF_QTCB_CURRENT_VERSION, FsfQtcbBottomConfig.LOW_QTCB_VERSION.get(bottom)) < 0) {
            DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_exchange_config_data_handler",
                    "The FCP channel supports only newer QTCB versions");
            ErpTrigger.adapterShutdown(adapter, 0, "fsecdh4");
            return;
        }
        if (Integer.compareUnsigned(FSF_QTCB_CURRENT_VERSION, FsfQtcbBottomConfig.HIGH_QTCB_VERSION.get(bottom)) > 0) {
            DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_exchange_config_data_handler",
                    "The FCP channel supports only older QTCB versions");
            ErpTrigger.adapterShutdown(adapter, 0, "fsecdh5");
        }
    }

    /**
     * {@code zfcp_fsf_exchange_config_data}: sends it for the recovery of an adapter, which is notified. ERP thread.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_config_data")
    public static int exchangeConfigData(ErpAction erpAction) {
        ZfcpQdio qdio = erpAction.adapter.qdio;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_EXCHANGE_CONFIG_DATA, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            FsfQtcbBottomConfig.FEATURE_SELECTION.set(FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(req.qtcb)), REQUESTED_FEATURES);
            req.erpAction = erpAction;
            req.handler = HANDLER;
            erpAction.fsfReqId = req.reqId;

            FsfReqs.startErpTimer(req);
            int retval = FsfReqs.reqSend(req);
            if (retval != 0) {
                FsfReqs.reqFree(req);
                erpAction.fsfReqId = 0;
            }
            return retval;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }

    /**
     * {@code zfcp_fsf_exchange_config_data_sync}: sends it and waits for the answer. Process context.
     *
     * @param data receives the bottom as the channel wrote it, {@link FsfQtcbBottomConfig#SIZE} bytes; or null
     * @return 0, {@code -EIO} on failure, {@code -EAGAIN} if the data is incomplete because the link is down, or
     *         {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_config_data_sync")
    public static int exchangeConfigDataSync(ZfcpQdio qdio, byte[] data) {
        FsfReq req;
        int retval;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            req = FsfReqs.reqCreate(qdio, FSF_QTCB_EXCHANGE_CONFIG_DATA, QdioConstants.SBAL_SFLAGS0_TYPE_READ, null);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            QdioFill.setSbaleLast(qdio, req);
            req.handler = HANDLER;

            FsfQtcbBottomConfig.FEATURE_SELECTION.set(FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(req.qtcb)), REQUESTED_FEATURES);

            if (data != null) {
                req.data = data;
            }

            FsfReqs.startTimer(req, FsfReqs.ZFCP_FSF_REQUEST_TIMEOUT);
            retval = FsfReqs.reqSend(req);
        } finally {
            qdio.reqQLock.unlockIrq();
        }

        if (retval == 0) {
            req.completion.waitForCompletion();

            if ((req.status & (ZFCP_STATUS_FSFREQ_ERROR | ZFCP_STATUS_FSFREQ_DISMISSED)) != 0) {
                retval = -Errno.EIO;
            } else if ((req.status & ZFCP_STATUS_FSFREQ_XDATAINCOMPLETE) != 0) {
                retval = -Errno.EAGAIN;
            }
        }

        FsfReqs.reqFree(req);
        return retval;
    }
}
