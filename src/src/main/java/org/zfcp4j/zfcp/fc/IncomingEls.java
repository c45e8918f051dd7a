// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcElsLogo;
import org.zfcp4j.layout.fc.FcElsRscn;
import org.zfcp4j.layout.fc.FcElsRscnPage;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.zfcp.dbf.DbfSan;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/**
 * {@code zfcp_fc.c}: extended link services that others sent to this FCP device; they arrive in status read buffers. Response
 * handler context.
 */
public final class IncomingEls {
    private IncomingEls() {
    }

    /**
     * {@code zfcp_fc_incoming_els}: traces the ELS and acts on PLOGI, LOGO and RSCN; all others mean nothing to an initiator.
     *
     * @param fsfReq status read request whose buffer holds the ELS
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_incoming_els")
    public static void incomingEls(FsfReq fsfReq) {
        int elsType = Memory.getUnsignedByte(payload(fsfReq));

        DbfSan.sanInEls("fciels1", fsfReq);
        switch (elsType) {
            case FcConstants.ELS_PLOGI -> incomingPlogi(fsfReq);
            case FcConstants.ELS_LOGO -> incomingLogo(fsfReq);
            case FcConstants.ELS_RSCN -> incomingRscn(fsfReq);
            default -> {
            }
        }
    }

    private static long payload(FsfReq fsfReq) {
        return FsfStatusReadBuffer.PAYLOAD_DATA.at(fsfReq.srb);
    }

    /** {@code _zfcp_fc_incoming_rscn}: tests the link to each port in the range of addresses that a page means. */
    @LinuxSource("zfcp_fc.c:_zfcp_fc_incoming_rscn")
    private static void incomingRscnLocked(FsfReq fsfReq, int range, long page) {
        Adapter adapter = fsfReq.adapter;
        int fid = FcElsRscnPage.RSCN_FID.get(page);

        adapter.portListLock.readLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            Port port = n.owner();
            if ((port.dId & range) == (fid & range)) {
                LinkTest.testLink(port);
            }
        }
        adapter.portListLock.readUnlockIrq();
    }

    /** {@code zfcp_fc_incoming_rscn}: the fabric changed; the head is as long as a page and counts as the first one. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_incoming_rscn")
    private static void incomingRscn(FsfReq fsfReq) {
        Adapter adapter = fsfReq.adapter;
        long head = payload(fsfReq);
        int noEntries = noEntries(head);

        if (noEntries > 1) {
            // Ports without address gave up; the change may have brought them back.
            adapter.portListLock.readLockIrq();
            for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
                Port port = n.owner();
                if (port.dId != 0) {
                    continue;
                }
                ErpTrigger.portReopen(port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "fcrscn1");
            }
            adapter.portListLock.readUnlockIrq();
        }

        for (int i = 1; i < noEntries; i++) {
            long page = head + (long) i * FcElsRscnPage.SIZE;
            int afmt = FcElsRscnPage.RSCN_PAGE_FLAGS.get(page) & FcConstants.ELS_RSCN_ADDR_FMT_MASK;
            incomingRscnLocked(fsfReq, FcConstants.rscnRangeMask(afmt), page);
            FcEventQueue.enqueueEvent(adapter, FcTransport.FCH_EVT_RSCN, Memory.getInt(page));
        }
        PortScanSchedule.conditionalPortScan(adapter);
    }

    /**
     * Number of pages, the head included. C believes the length in the payload, even if it is longer than the buffer; here it
     * ends with the buffer.
     */
    private static int noEntries(long head) {
        int length = Math.min(FcElsRscn.RSCN_PLEN.get(head), FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA);
        return length / FcElsRscnPage.SIZE;
    }

    /** {@code zfcp_fc_incoming_wwpn}: another one spoke as this port, so our login with it is gone. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_incoming_wwpn")
    private static void incomingWwpn(FsfReq req, long wwpn) {
        Adapter adapter = req.adapter;

        adapter.portListLock.readLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            if (n.owner().wwpn == wwpn) {
                ErpTrigger.portForcedReopen(n.owner(), 0, "fciwwp1");
                break;
            }
        }
        adapter.portListLock.readUnlockIrq();
    }

    /** {@code zfcp_fc_incoming_plogi}. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_incoming_plogi")
    private static void incomingPlogi(FsfReq req) {
        incomingWwpn(req, FcElsFlogi.FL_WWPN.get(payload(req)));
    }

    /** {@code zfcp_fc_incoming_logo}. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_incoming_logo")
    private static void incomingLogo(FsfReq req) {
        incomingWwpn(req, FcElsLogo.FL_N_PORT_WWN.get(payload(req)));
    }
}
