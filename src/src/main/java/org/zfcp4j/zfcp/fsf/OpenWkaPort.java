// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Open port, for a well-known address of the fabric. */
public final class OpenWkaPort {
    private static final Consumer<FsfReq> HANDLER = OpenWkaPort::openWkaPortHandler;

    private OpenWkaPort() {
    }

    /**
     * {@code zfcp_fsf_open_wka_port_handler}: wakes the waiter, whatever the outcome. Tasklet or ERP thread; without the
     * port's mutex.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_open_wka_port_handler")
    static void openWkaPortHandler(FsfReq req) {
        WkaPort wkaPort = (WkaPort) req.data;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            wkaPort.status = WkaPort.Status.ZFCP_FC_WKA_PORT_OFFLINE;
            wkaPort.opened.wakeUp();
            return;
        }

        long header = FsfQtcb.HEADER.at(req.qtcb);
        int fsfStatus = FsfQtcbHeader.FSF_STATUS.get(header);
        switch (fsfStatus) {
            case FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED, FSF_ADAPTER_STATUS_AVAILABLE -> {
                if (fsfStatus == FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED) {
                    DevMessage.warn(req.adapter, "zfcp_fsf.c:zfcp_fsf_open_wka_port_handler",
                            "WKA port " + DevMessage.hex(wkaPort.dId) + " could not be opened");
                }
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                wkaPort.status = WkaPort.Status.ZFCP_FC_WKA_PORT_OFFLINE;
            }
            case FSF_GOOD, FSF_PORT_ALREADY_OPEN -> {
                if (fsfStatus == FSF_GOOD) {
                    wkaPort.handle = FsfQtcbHeader.PORT_HANDLE.get(header);
                }
                wkaPort.status = WkaPort.Status.ZFCP_FC_WKA_PORT_ONLINE;
            }
            default -> {
            }
        }
        wkaPort.opened.wakeUp();
    }

    /**
     * {@code zfcp_fsf_open_wka_port}: sends it; the answer changes the port's status and wakes {@link WkaPort#opened}.
     * Process context, under the port's mutex.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_open_wka_port")
    public static int openWkaPort(WkaPort wkaPort) {
        ZfcpQdio qdio = wkaPort.adapter.qdio;
        long reqId;
        int retval;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_OPEN_PORT_WITH_DID, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            req.handler = HANDLER;
            FsfQtcbBottomSupport.D_ID.set(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb)), wkaPort.dId);
            req.data = wkaPort;

            reqId = req.reqId;

            FsfReqs.startTimer(req, FsfReqs.ZFCP_FSF_REQUEST_TIMEOUT);
            retval = FsfReqs.reqSend(req);
            if (retval != 0) {
                FsfReqs.reqFree(req);
            }
        } finally {
            qdio.reqQLock.unlockIrq();
        }
        if (retval == 0) {
            DbfRec.recRunWka("fsowp_1", wkaPort, reqId);
        }
        return retval;
    }
}
