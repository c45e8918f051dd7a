// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaUss;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** The record of a status read buffer that came back says what is in the buffer, and the payload is with it. */
final class NotificationTraceChecker {
    private static final long USS = ZfcpDbfHba.USS.offset();
    private static final int LEVEL = 2;

    private NotificationTraceChecker() {
    }

    /** What is wrong with a record; null for nothing. */
    static String mistake(DbfRecord record, FsfReq req, TracedPayload payload) {
        int traced = payload.take(record.busId(), "fsf_uss", req.reqId);
        long buffer = req.srb;
        if (record.level() != LEVEL) {
            return "is recorded at level " + record.level();
        }
        if (record.u32(ZfcpDbfHba.FSF_REQ_STATUS.offset()) != req.status
                || record.u32(ZfcpDbfHba.FSF_CMD.offset()) != ZfcpStatus.FSF_QTCB_UNSOLICITED_STATUS) {
            return "is recorded as another request";
        }
        if (record.u32(USS + ZfcpDbfHbaUss.STATUS_TYPE.offset()) != FsfStatusReadBuffer.STATUS_TYPE.get(buffer)
                || record.u32(USS + ZfcpDbfHbaUss.STATUS_SUBTYPE.offset()) != FsfStatusReadBuffer.STATUS_SUBTYPE.get(buffer)
                || record.u32(USS + ZfcpDbfHbaUss.D_ID.offset()) != FsfStatusReadBuffer.D_ID.get(buffer)
                || record.u64(USS + ZfcpDbfHbaUss.LUN.offset()) != FsfStatusReadBuffer.FCP_LUN.get(buffer)
                || !record.has(USS + ZfcpDbfHbaUss.QUEUE_DESIGNATOR.offset(), FsfStatusReadBuffer.QUEUE_DESIGNATOR.at(buffer), Long.BYTES)) {
            return "is not recorded as it is in its buffer";
        }
        int length = FsfStatusReadBuffer.LENGTH.get(buffer);
        int whole = length == 0 ? 0 : length - (int) FsfStatusReadBuffer.PAYLOAD.offset() & 0xffff;
        if (record.u16(ZfcpDbfHba.PL_LEN.offset()) != whole) {
            return "is recorded with " + record.u16(ZfcpDbfHba.PL_LEN.offset()) + " bytes of payload, it has " + whole;
        }
        int most = Math.min(whole, FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA);
        return traced == most ? null : "has " + most + " bytes of payload, of which " + traced + " are recorded";
    }
}
