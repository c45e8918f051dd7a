// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_PAY_MAX_REC;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_SAN_ELS;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_SAN_MAX_PAYLOAD;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_SAN_REQ;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_SAN_RES;
import static org.zfcp4j.zfcp.def.FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.layout.fc.FcNsGidFt;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.FsfReq;

/** Trace of the SAN, area {@code san}: CT and ELS requests, their responses, and incoming ELS. Any context. */
public final class DbfSan {
    private static final int ZFCP_DBF_SAN_LEVEL = 1;

    private DbfSan() {
    }

    /**
     * {@code zfcp_dbf_san}: the start of the data into the record and, if there is more, up to {@code capLen} bytes from the
     * beginning into the payload area.
     *
     * @param len full length, 16 bits
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_san")
    private static void san(String tag, Adapter adapter, String paytag, ScatterList sg, int id, int len, long reqId,
            int dId, int capLen) {
        Dbf dbf = adapter.dbf;
        Kernel kernel = adapter.module.kernel;
        byte[] rec = dbf.sanBuf;

        dbf.sanLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putByte(rec, ZfcpDbfSan.ID.offset(), id);
        TraceRecord.putLong(rec, ZfcpDbfSan.FSF_REQ_ID.offset(), reqId);
        TraceRecord.putInt(rec, ZfcpDbfSan.D_ID.offset(), dId);
        TraceRecord.putTag(rec, ZfcpDbfSan.TAG.offset(), tag);
        TraceRecord.putShort(rec, ZfcpDbfSan.PL_LEN.offset(), len);
        if (sg != null && sg.count() > 0) {
            int recLen = Math.min(sg.length(0), ZFCP_DBF_SAN_MAX_PAYLOAD);
            Memory.get(sg.address(0), rec, (int) ZfcpDbfSan.PAYLOAD.offset(), recLen);
            if (len > recLen) {
                sanPayload(kernel, dbf, paytag, sg, reqId, capLen);
            }
        }
        dbf.san.event(ZFCP_DBF_SAN_LEVEL, kernel.todClock(), rec, ZfcpDbfSan.SIZE);
        dbf.sanLock.unlockIrq();
    }

    /** Whole pieces until {@code capLen} is reached or passed: a piece is never cut at the cap, only at its entry's end. */
    private static void sanPayload(Kernel kernel, Dbf dbf, String paytag, ScatterList sg, long reqId, int capLen) {
        dbf.payLock.lock();
        Payload.begin(dbf.payBuf, paytag, reqId);
        int paySum = 0;
        int counter = 0;
        for (int entry = 0; entry < sg.count() && paySum < capLen; entry++) {
            int offset = 0;
            while (offset < sg.length(entry) && paySum < capLen) {
                int payLen = Math.min(ZFCP_DBF_PAY_MAX_REC, sg.length(entry) - offset);
                Payload.write(kernel, dbf, counter++, sg.address(entry) + offset, payLen);
                offset += payLen;
                paySum += payLen;
            }
        }
        dbf.payLock.unlock();
    }

    /** {@code zfcp_dbf_san_req}: a CT or ELS request is about to be sent to {@code dId}. */
    @LinuxSource(value = "zfcp_dbf.c:zfcp_dbf_san_req", calls = "zfcp_qdio_real_bytes")
    public static void sanReq(String tag, FsfReq fsf, int dId) {
        CtEls ctEls = (CtEls) fsf.data;

        if (!fsf.adapter.dbf.san.levelEnabled(ZFCP_DBF_SAN_LEVEL)) {
            return;
        }
        int length = ctEls.req.totalLength() & 0xffff;
        san(tag, fsf.adapter, "san_req", ctEls.req, ZFCP_DBF_SAN_REQ, length, fsf.reqId, dId, length);
    }

    /**
     * {@code zfcp_dbf_san_res_cap_len_if_gpn_ft}: how much of a response is worth recording: of the list of ports that the
     * name server gave what lies before its end, of anything else all.
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_san_res_cap_len_if_gpn_ft")
    private static int sanResCapLenIfGpnFt(String tag, FsfReq fsf, int len) {
        CtEls ctEls = (CtEls) fsf.data;
        long reqh = ctEls.req.address(0);

        if (!(tag.equals("fsscth2") && ctEls.dId == FcConstants.FC_FID_DIR_SERV && isGpnFt(ctEls.req))) {
            return len;
        }
        ScatterList resp = ctEls.resp;
        if (ctEls.status != 0 || FcCtHdr.CT_CMD.get(resp.address(0)) != FcConstants.FC_FS_ACC) {
            return Math.max(FcConstants.FC_CT_HDR_LEN, ZFCP_DBF_SAN_MAX_PAYLOAD);
        }
        // One more than entries asked for, since the header takes the place of the first.
        int maxEntries = FcCtHdr.CT_MR_SIZE.get(reqh) * 4 / FcGpnFtResp.SIZE + 1;
        int entry = 0;
        int offset = 0;
        int x = 1;
        for (boolean last = false; x < maxEntries && !last; x++) {
            if (x % (ZFCP_FC_GPN_FT_ENT_PAGE + 1) != 0) {
                offset += FcGpnFtResp.SIZE;
            } else {
                entry++;
                offset = 0;
            }
            if (entry >= resp.count() || offset + FcGpnFtResp.SIZE > resp.length(entry)) {
                break;
            }
            last = (FcGpnFtResp.FP_FLAGS.get(resp.address(entry) + offset) & FcConstants.FC_NS_FID_LAST) != 0;
        }
        return Math.min(len, x * FcGpnFtResp.SIZE & 0xffff);
    }

    /** Whether a CT request asks the name server for all FCP ports. Its size may vary, all else is fixed. */
    private static boolean isGpnFt(ScatterList req) {
        long reqh = req.address(0);
        long reqn = reqh + FcCtHdr.SIZE;
        return req.length(0) >= FcCtHdr.SIZE + FcNsGidFt.SIZE
                && FcCtHdr.CT_REV.get(reqh) == FcConstants.FC_CT_REV
                && FcCtHdr.CT_IN_ID.get(reqh) == 0
                && FcCtHdr.CT_FS_TYPE.get(reqh) == FcConstants.FC_FST_DIR
                && FcCtHdr.CT_FS_SUBTYPE.get(reqh) == FcConstants.FC_NS_SUBTYPE
                && FcCtHdr.CT_OPTIONS.get(reqh) == 0
                && Memory.getByte(reqh + FcCtHdr.CT_RESVD1.offset()) == 0
                && FcCtHdr.CT_CMD.get(reqh) == FcConstants.FC_NS_GPN_FT
                && Memory.getByte(reqh + FcCtHdr.CT_RESVD2.offset()) == 0
                && FcCtHdr.CT_REASON.get(reqh) == 0
                && FcCtHdr.CT_EXPLAN.get(reqh) == 0
                && FcCtHdr.CT_VENDOR.get(reqh) == 0
                && Memory.getByte(reqn + FcNsGidFt.FN_RESVD.offset()) == 0
                && FcNsGidFt.FN_DOMAIN_ID_SCOPE.get(reqn) == 0
                && FcNsGidFt.FN_AREA_ID_SCOPE.get(reqn) == 0
                && FcNsGidFt.FN_FC4_TYPE.get(reqn) == FcConstants.FC_TYPE_FCP;
    }

    /** {@code zfcp_dbf_san_res}: the response to a CT or ELS request. */
    @LinuxSource(value = "zfcp_dbf.c:zfcp_dbf_san_res", calls = "zfcp_qdio_real_bytes")
    public static void sanRes(String tag, FsfReq fsf) {
        CtEls ctEls = (CtEls) fsf.data;

        if (!fsf.adapter.dbf.san.levelEnabled(ZFCP_DBF_SAN_LEVEL)) {
            return;
        }
        int length = ctEls.resp.totalLength() & 0xffff;
        san(tag, fsf.adapter, "san_res", ctEls.resp, ZFCP_DBF_SAN_RES, length, fsf.reqId, ctEls.dId,
                sanResCapLenIfGpnFt(tag, fsf, length));
    }

    /** {@code zfcp_dbf_san_in_els}: an ELS that came in a status read buffer. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_san_in_els")
    public static void sanInEls(String tag, FsfReq fsf) {
        if (!fsf.adapter.dbf.san.levelEnabled(ZFCP_DBF_SAN_LEVEL)) {
            return;
        }
        long srb = fsf.srb;
        int length = FsfStatusReadBuffer.LENGTH.get(srb) - (int) FsfStatusReadBuffer.PAYLOAD.offset() & 0xffff;
        // A length that wraps around is recorded, but what lies behind the buffer is not ours to read.
        ScatterList sg = ScatterList.one(FsfStatusReadBuffer.PAYLOAD_DATA.at(srb),
                Math.min(length, FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA));
        san(tag, fsf.adapter, "san_els", sg, ZFCP_DBF_SAN_ELS, length, fsf.reqId, FsfStatusReadBuffer.D_ID.get(srb), length);
    }
}
