// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fc.FcEventQueue;
import org.zfcp4j.zfcp.fc.IncomingEls;
import org.zfcp4j.zfcp.fc.PortScanSchedule;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/**
 * Status read buffers: pages that wait in the channel until it has something unsolicited to say. A request without a QTCB
 * and without a timer; its page is in SBALE 2, SBALE 1 stays empty.
 */
public final class StatusRead {
    private StatusRead() {
    }

    /**
     * {@code zfcp_fsf_status_read}: gives the channel one status read buffer. May wait for an SBAL for five seconds, so
     * process context; allocates nothing but the request and the page.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_status_read")
    public static int statusRead(ZfcpQdio qdio) {
        Adapter adapter = qdio.adapter;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_UNSOLICITED_STATUS, QdioConstants.SBAL_SFLAGS0_TYPE_STATUS,
                    adapter.pool.statusReadReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            int retval = -Errno.ENOMEM;
            long srBuf = adapter.pool.srData.alloc();
            if (srBuf != 0) {
                Memory.zero(srBuf, FsfStatusReadBuffer.SIZE);
                req.srb = srBuf;

                QdioFill.fillNext(qdio, req, srBuf, FsfStatusReadBuffer.SIZE);
                QdioFill.setSbaleLast(qdio, req);

                retval = FsfReqs.reqSend(req);
                if (retval == 0) {
                    return 0;
                }
                req.srb = 0;
                adapter.pool.srData.free(srBuf);
            }
            DbfHba.hbaFsfUss("fssr__1", req);
            FsfReqs.reqFree(req);
            return retval;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }

    /** {@code zfcp_fsf_status_read_port_closed}: the channel closed a port that it had open. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_status_read_port_closed")
    static void statusReadPortClosed(FsfReq req) {
        Adapter adapter = req.adapter;
        int dId = FsfStatusReadBuffer.D_ID.get(req.srb);

        adapter.portListLock.readLockIrq();
        for (ListNode<Port> node = adapter.portList.first(); node != null; node = adapter.portList.next(node)) {
            Port port = node.owner();
            if (port.dId == dId) {
                ErpTrigger.portReopen(port, 0, "fssrpc1");
                break;
            }
        }
        adapter.portListLock.readUnlockIrq();
    }

    /** {@code zfcp_fsf_status_read_link_down}: the channel lost its link. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_status_read_link_down")
    static void statusReadLinkDown(FsfReq req) {
        long srBuf = req.srb;
        switch (FsfStatusReadBuffer.STATUS_SUBTYPE.get(srBuf)) {
            case FSF_STATUS_READ_SUB_NO_PHYSICAL_LINK, FSF_STATUS_READ_SUB_FDISC_FAILED ->
                    LinkDown.linkDownInfoEval(req, FsfStatusReadBuffer.PAYLOAD_LINK_DOWN_INFO.at(srBuf));
            case FSF_STATUS_READ_SUB_FIRMWARE_UPDATE -> LinkDown.linkDownInfoEval(req, 0);
            default -> {
            }
        }
    }

    /**
     * {@code zfcp_fsf_status_read_handler}: the channel returned a status read buffer: acts on it, frees it, counts it as missing
     * and lets {@code stat_work} post another. One that comes back dismissed is only freed. Tasklet or ERP thread.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_status_read_handler")
    static void statusReadHandler(FsfReq req) {
        Adapter adapter = req.adapter;
        long srBuf = req.srb;

        if ((req.status & ZFCP_STATUS_FSFREQ_DISMISSED) != 0) {
            DbfHba.hbaFsfUss("fssrh_1", req);
            adapter.pool.srData.free(srBuf);
            FsfReqs.reqFree(req);
            return;
        }

        DbfHba.hbaFsfUss("fssrh_4", req);

        switch (FsfStatusReadBuffer.STATUS_TYPE.get(srBuf)) {
            case FSF_STATUS_READ_PORT_CLOSED -> statusReadPortClosed(req);
            case FSF_STATUS_READ_INCOMING_ELS -> IncomingEls.incomingEls(req);
            case FSF_STATUS_READ_SENSE_DATA_AVAIL -> {
            }
            case FSF_STATUS_READ_BIT_ERROR_THRESHOLD -> {
                DbfHba.hbaBitErr("fssrh_3", req);
                if (adapter.module.parameters.berStop) {
                    DevMessage.warn(adapter, "zfcp_fsf.c:zfcp_fsf_status_read_handler",
                            "Too many bit errors: the FCP device is taken out of use");
                    ErpTrigger.adapterShutdown(adapter, 0, "fssrh_b");
                } else {
                    DevMessage.warn(adapter, "zfcp_fsf.c:zfcp_fsf_status_read_handler",
                            "More bit errors than the threshold allows");
                }
            }
            case FSF_STATUS_READ_LINK_DOWN -> {
                statusReadLinkDown(req);
                FcEventQueue.enqueueEvent(adapter, FcTransport.FCH_EVT_LINKDOWN, 0);
            }
            case FSF_STATUS_READ_LINK_UP -> {
                DevMessage.info(adapter, "zfcp_fsf.c:zfcp_fsf_status_read_handler", "The local link is back");
                // All ports may run again.
                ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_RUNNING);
                ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_FAILED,
                        "fssrh_2");
                FcEventQueue.enqueueEvent(adapter, FcTransport.FCH_EVT_LINKUP, 0);
            }
            case FSF_STATUS_READ_NOTIFICATION_LOST -> {
                if ((FsfStatusReadBuffer.STATUS_SUBTYPE.get(srBuf) & FSF_STATUS_READ_SUB_INCOMING_ELS) != 0) {
                    PortScanSchedule.conditionalPortScan(adapter);
                }
                adapter.module.level.notifications().notificationLost(adapter, FsfStatusReadBuffer.STATUS_SUBTYPE.get(srBuf));
            }
            case FSF_STATUS_READ_FEATURE_UPDATE_ALERT ->
                    adapter.adapterFeatures = FsfStatusReadBuffer.PAYLOAD_WORD.get(srBuf, 0);
            default -> adapter.module.level.notifications().statusRead(adapter, srBuf);
        }

        adapter.pool.srData.free(srBuf);
        FsfReqs.reqFree(req);

        adapter.statMiss.inc();
        adapter.workQueue.queue(adapter.statWork);
    }
}
