// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
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
        return traced == 0 || traced > length || refused && traced > DbfConstants.ZFCP_DBF_PAY_MAX_REC
                ? (refused ? "refuses, and " : "") + "has " + length + " bytes, of which " + traced + " are recorded" : null;
    }

    private static boolean isListOfPorts(CtEls ct) {
        return ct.dId == FcConstants.FC_FID_DIR_SERV && FcCtHdr.CT_CMD.get(ct.req.address(0)) == FcConstants.FC_NS_GPN_FT;
    }
}
