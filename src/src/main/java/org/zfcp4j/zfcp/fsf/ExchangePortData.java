// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
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
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;
import org.zfcp4j.zfcp.scsi.ShostUpdate;

/** Exchange port data: addresses, speed, statistics and transceiver data of the channel's own port. */
public final class ExchangePortData {
    private static final Consumer<FsfReq> HANDLER = ExchangePortData::exchangePortDataHandler;

    private ExchangePortData() {
    }

    /** {@code zfcp_fsf_exchange_port_evaluate}: takes over what the answer says. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_port_evaluate")
    static void exchangePortEvaluate(FsfReq req) {
        Adapter adapter = req.adapter;
        long bottom = FsfQtcbBottom.PORT.at(FsfQtcb.BOTTOM.at(req.qtcb));

        if (req.data instanceof byte[] copy) {
            Memory.get(bottom, copy, 0, FsfQtcbBottomPort.SIZE);
        }

        if ((adapter.adapterFeatures & FSF_FEATURE_FC_SECURITY) != 0) {
            adapter.fcSecurityAlgorithms = FsfQtcbBottomPort.FC_SECURITY_ALGORITHMS.get(bottom);
        } else {
            adapter.fcSecurityAlgorithms = 0;
        }
        FcSecurity.dbfAdapterFcSecurity(adapter, req);
    }

    /** {@code zfcp_fsf_exchange_port_data_handler}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_port_data_handler")
    static void exchangePortDataHandler(FsfReq req) {
        DiagHeader diagHdr = req.adapter.diagnostics.portData;
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long bottom = FsfQtcbBottom.PORT.at(FsfQtcb.BOTTOM.at(req.qtcb));

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_GOOD -> {
                // The cache is refreshed although it may not be too old yet: the data is here.
                Diag.updateXdata(diagHdr, bottom, false);

                ShostUpdate.shostUpdatePortData(req.adapter, bottom);
                exchangePortEvaluate(req);
            }
            case FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE -> {
                Diag.updateXdata(diagHdr, bottom, true);
                req.status |= ZFCP_STATUS_FSFREQ_XDATAINCOMPLETE;

                LinkDown.linkDownInfoEval(req, FsfStatusQual.LINK_DOWN_INFO.at(FsfQtcbHeader.FSF_STATUS_QUAL.at(header)));

                ShostUpdate.shostUpdatePortData(req.adapter, bottom);
                exchangePortEvaluate(req);
            }
            default -> {
            }
        }
    }

    /**
     * {@code zfcp_fsf_exchange_port_data}: sends it for the recovery of an adapter, which is notified. ERP thread.
     *
     * @return 0, {@code -EOPNOTSUPP} if the channel cannot do it, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_port_data")
    public static int exchangePortData(ErpAction erpAction) {
        ZfcpQdio qdio = erpAction.adapter.qdio;

        if ((qdio.adapter.adapterFeatures & FSF_FEATURE_HBAAPI_MANAGEMENT) == 0) {
            return -Errno.EOPNOTSUPP;
        }

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_EXCHANGE_PORT_DATA, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            req.handler = HANDLER;
            req.erpAction = erpAction;
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
     * {@code zfcp_fsf_exchange_port_data_sync}: sends it and waits for the answer. Process context.
     *
     * @param data receives the bottom as the channel wrote it, {@link FsfQtcbBottomPort#SIZE} bytes; or null
     * @return 0, {@code -EIO} on failure, {@code -EAGAIN} if the data is incomplete because the link is down,
     *         {@code -ENOMEM}, or {@code -EOPNOTSUPP} if the channel cannot do it
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_exchange_port_data_sync")
    public static int exchangePortDataSync(ZfcpQdio qdio, byte[] data) {
        FsfReq req;
        int retval;

        if ((qdio.adapter.adapterFeatures & FSF_FEATURE_HBAAPI_MANAGEMENT) == 0) {
            return -Errno.EOPNOTSUPP;
        }

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            req = FsfReqs.reqCreate(qdio, FSF_QTCB_EXCHANGE_PORT_DATA, QdioConstants.SBAL_SFLAGS0_TYPE_READ, null);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            if (data != null) {
                req.data = data;
            }

            QdioFill.setSbaleLast(qdio, req);

            req.handler = HANDLER;
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
