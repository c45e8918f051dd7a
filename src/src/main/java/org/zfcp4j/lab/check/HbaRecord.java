// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;

/** Reads the head of trace records of the areas {@code zfcp_BUSID_hba}. */
final class HbaRecord {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final String PREFIX = "zfcp_";
    private static final String SUFFIX = "_hba";

    private static final String REQUEST_GONE = "fsrsrmf";

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
