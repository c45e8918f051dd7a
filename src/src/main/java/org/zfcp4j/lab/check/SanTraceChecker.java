// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.CtEls;

/** The records of a CT or ELS request and of its answer have the address that it went to, and the whole of what was sent. */
final class SanTraceChecker {
    private SanTraceChecker() {
    }

    /** What is wrong with the record of a request, of which {@code traced} bytes are in records of their own; null for nothing. */
    static String request(DbfRecord record, CtEls ct, int traced) {
        return compare(record, ct, ct.req, traced, false);
    }

    /** The same for an answer. */
    static String answer(DbfRecord record, CtEls ct, int traced) {
        return compare(record, ct, ct.resp, traced, isListOfPorts(ct));
    }

    private static String compare(DbfRecord record, CtEls ct, ScatterList list, int traced, boolean capped) {
        int length = list.totalLength() & 0xffff;
        if (record.u32(ZfcpDbfSan.D_ID.offset()) != ct.dId) {
            return "is recorded with D_ID " + Integer.toHexString(record.u32(ZfcpDbfSan.D_ID.offset())) + ", it went to "
                    + Integer.toHexString(ct.dId);
        }
        if (record.u16(ZfcpDbfSan.PL_LEN.offset()) != length) {
            return "is recorded with " + record.u16(ZfcpDbfSan.PL_LEN.offset()) + " bytes, it has " + length;
        }
        boolean fits = length <= Math.min(list.length(0), DbfConstants.ZFCP_DBF_SAN_MAX_PAYLOAD);
        if (fits) {
            return traced == 0 ? null : "fits into its record, and has " + traced + " bytes elsewhere";
        }
        if (!capped) {
            return traced == length ? null : "has " + length + " bytes, of which " + traced + " are recorded";
        }
        // Of a list of ports what follows the last one is left out; of a refusal there is only the header.
        boolean refused = FcCtHdr.CT_CMD.get(list.address(0)) != FcConstants.FC_FS_ACC;
        boolean wrong = refused ? traced == 0 || traced > DbfConstants.ZFCP_DBF_PAY_MAX_REC : traced != Math.min(length, pieces(upToTheLast(ct)));
        return wrong ? (refused ? "refuses, and " : "") + "has " + length + " bytes, of which " + traced + " are recorded" : null;
    }

    /** It is recorded in whole pieces. */
    private static int pieces(int bytes) {
        return (bytes + DbfConstants.ZFCP_DBF_PAY_MAX_REC - 1) / DbfConstants.ZFCP_DBF_PAY_MAX_REC * DbfConstants.ZFCP_DBF_PAY_MAX_REC;
    }

    /** Bytes of a list of ports up to its last entry, of at most as many as were asked for; its header takes the place of one. */
    private static int upToTheLast(CtEls ct) {
        int most = FcCtHdr.CT_MR_SIZE.get(ct.req.address(0)) * Integer.BYTES / FcGpnFtResp.SIZE + 1;
        int entries = 1;
        for (int i = 0; i < ct.resp.count(); i++) {
            for (int offset = i == 0 ? FcGpnFtResp.SIZE : 0; offset + FcGpnFtResp.SIZE <= ct.resp.length(i) && entries < most; offset += FcGpnFtResp.SIZE) {
                entries++;
                if ((FcGpnFtResp.FP_FLAGS.get(ct.resp.address(i) + offset) & FcConstants.FC_NS_FID_LAST) != 0) {
                    return entries * FcGpnFtResp.SIZE;
                }
            }
        }
        return entries * FcGpnFtResp.SIZE;
    }

    private static boolean isListOfPorts(CtEls ct) {
        return ct.dId == FcConstants.FC_FID_DIR_SERV && FcCtHdr.CT_CMD.get(ct.req.address(0)) == FcConstants.FC_NS_GPN_FT;
    }
}
