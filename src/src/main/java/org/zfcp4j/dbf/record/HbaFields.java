// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaFces;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaUss;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** The members of a record of the channel. */
public final class HbaFields {
    /** 7.1: a send failed, and the request was gone. Nothing is known of it but its id. */
    public static final String REQUEST_GONE = "fsrsrmf";
    /** The channel used a status read buffer. */
    public static final String USED_BUFFER = "fssrh_4";
    /** A status read buffer was given back because the queues were closed. */
    public static final String DISMISSED_BUFFER = "fssrh_1";

    private HbaFields() {
    }

    /** A completed request. */
    public static boolean isResponse(Entry hba) {
        return hba.is(Area.HBA, DbfConstants.ZFCP_DBF_HBA_RES) && !hba.tag().equals(REQUEST_GONE);
    }

    /** A status read buffer. */
    public static boolean isUnsolicited(Entry hba) {
        return hba.is(Area.HBA, DbfConstants.ZFCP_DBF_HBA_USS);
    }

    /** A status read buffer that the channel used for {@code type}. */
    public static boolean isNotification(Entry hba, int type) {
        return isUnsolicited(hba) && hba.tag().equals(USED_BUFFER) && statusType(hba) == type;
    }

    public static long requestId(Entry hba) {
        return hba.u64(ZfcpDbfHba.FSF_REQ_ID.offset());
    }

    public static int requestStatus(Entry hba) {
        return hba.u32(ZfcpDbfHba.FSF_REQ_STATUS.offset());
    }

    /** True if the request was given up before it was answered. */
    public static boolean isDismissed(Entry hba) {
        return (requestStatus(hba) & ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED) != 0;
    }

    public static int command(Entry hba) {
        return hba.u32(ZfcpDbfHba.FSF_CMD.offset());
    }

    /** Bytes that the payload area has or had. */
    public static int payloadLength(Entry hba) {
        return hba.u16(ZfcpDbfHba.PL_LEN.offset());
    }

    /** Response: the TOD clock when it was sent. */
    public static long issued(Entry hba) {
        return hba.u64(ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.REQ_ISSUED.offset());
    }

    /** Response: microseconds from send to completion. */
    public static long latency(Entry hba) {
        return hba.micros() - Tod.micros(issued(hba));
    }

    static int protStatus(Entry hba) {
        return hba.u32(ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.PROT_STATUS.offset());
    }

    static int fsfStatus(Entry hba) {
        return hba.u32(ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.FSF_STATUS.offset());
    }

    static int portHandle(Entry hba) {
        return hba.u32(ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.PORT_HANDLE.offset());
    }

    /** Unsolicited status: its type. */
    public static int statusType(Entry hba) {
        return hba.u32(ZfcpDbfHba.USS.offset() + ZfcpDbfHbaUss.STATUS_TYPE.offset());
    }

    static int statusSubtype(Entry hba) {
        return hba.u32(ZfcpDbfHba.USS.offset() + ZfcpDbfHbaUss.STATUS_SUBTYPE.offset());
    }

    static int dId(Entry hba) {
        return hba.u32(ZfcpDbfHba.USS.offset() + ZfcpDbfHbaUss.D_ID.offset());
    }

    static long securityWwpn(Entry hba) {
        return hba.u64(ZfcpDbfHba.FCES.offset() + ZfcpDbfHbaFces.WWPN.offset());
    }

    static int oldSecurity(Entry hba) {
        return hba.u32(ZfcpDbfHba.FCES.offset() + ZfcpDbfHbaFces.FC_SECURITY_OLD.offset());
    }

    static int newSecurity(Entry hba) {
        return hba.u32(ZfcpDbfHba.FCES.offset() + ZfcpDbfHbaFces.FC_SECURITY_NEW.offset());
    }
}
