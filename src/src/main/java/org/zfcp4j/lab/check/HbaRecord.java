// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.fsf.FsfConstants;

/** Reads the head of trace records of the areas {@code zfcp_BUSID_hba}. */
final class HbaRecord {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final String PREFIX = "zfcp_";
    private static final String SUFFIX = "_hba";

    private static final String REQUEST_GONE = "fsrsrmf";
    private static final String DISMISSED = "fs_rerr";

    private HbaRecord() {
    }

    static boolean isHba(DebugArea area) {
        return area.name().endsWith(SUFFIX);
    }

    static String busId(DebugArea area) {
        return area.name().substring(PREFIX.length(), area.name().length() - SUFFIX.length());
    }

    /** What kind of record: {@code ZFCP_DBF_HBA_RES}, {@code ZFCP_DBF_HBA_USS} and so on. */
    static int id(byte[] record) {
        return record[(int) ZfcpDbfHba.ID.offset()];
    }

    /**
     * True for a record of an answer. Level 7.1 has records of that kind for requests whose send failed and that somebody else has
     * completed: they tell of no answer.
     */
    static boolean isAnswer(byte[] record) {
        return id(record) == DbfConstants.ZFCP_DBF_HBA_RES && !hasTag(record, REQUEST_GONE);
    }

    /** True for an answer with protocol and FSF status good, of a request that was not dismissed. */
    static boolean isGood(byte[] record) {
        int prot = (int) INT.get(record, (int) (ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.PROT_STATUS.offset()));
        int fsf = (int) INT.get(record, (int) (ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.FSF_STATUS.offset()));
        return (prot == FsfConstants.FSF_PROT_GOOD || prot == FsfConstants.FSF_PROT_FSF_STATUS_PRESENTED) && fsf == FsfConstants.FSF_GOOD
                && !isDismissed(record);
    }

    /** True for a request that recovery has ended without an answer. */
    static boolean isDismissed(byte[] record) {
        return hasTag(record, DISMISSED);
    }

    static long reqId(byte[] record) {
        return (long) LONG.get(record, (int) ZfcpDbfHba.FSF_REQ_ID.offset());
    }

    /** True if the record has this tag, of seven characters. */
    static boolean hasTag(byte[] record, String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (record[(int) ZfcpDbfHba.TAG.offset() + i] != tag.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
