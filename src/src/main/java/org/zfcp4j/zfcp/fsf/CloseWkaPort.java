// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Close port, for a well-known address of the fabric. */
public final class CloseWkaPort {
    private static final Consumer<FsfReq> HANDLER = CloseWkaPort::closeWkaPortHandler;

    private CloseWkaPort() {
    }

    /**
     * {@code zfcp_fsf_close_wka_port_handler}: the port is offline whatever the answer was. Tasklet or ERP thread; without the
     * port's mutex.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_wka_port_handler")
    static void closeWkaPortHandler(FsfReq req) {
        WkaPort wkaPort = (WkaPort) req.data;

        if (FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(req.qtcb)) == FSF_PORT_HANDLE_NOT_VALID) {
            req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            ErpTrigger.adapterReopen(wkaPort.adapter, 0, "fscwph1");
        }

        wkaPort.status = WkaPort.Status.ZFCP_FC_WKA_PORT_OFFLINE;
        wkaPort.closed.wakeUp();
    }

    /**
     * {@code zfcp_fsf_close_wka_port}: sends it; the answer changes the port's status and wakes {@link WkaPort#closed}.
     * Process context, under the port's mutex.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_wka_port")
    public static int closeWkaPort(WkaPort wkaPort) {
        ZfcpQdio qdio = wkaPort.adapter.qdio;
        long reqId;
        int retval;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_CLOSE_PORT, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            req.handler = HANDLER;
            req.data = wkaPort;
            FsfQtcbHeader.PORT_HANDLE.set(FsfQtcb.HEADER.at(req.qtcb), wkaPort.handle);

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
            DbfRec.recRunWka("fscwp_1", wkaPort, reqId);
        }
        return retval;
    }
}
