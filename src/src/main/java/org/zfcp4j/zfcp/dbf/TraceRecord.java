// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.zfcp4j.layout.dbf.DbfConstants;

/**
 * Stores into a trace record: big-endian, as the records of the driver are on s390. Offsets are those of the layout classes;
 * a record starts at index 0 of its array. No allocation.
 */
final class TraceRecord {
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private TraceRecord() {
    }

    static void clear(byte[] record) {
        Arrays.fill(record, (byte) 0);
    }

    static void putByte(byte[] record, long offset, int value) {
        record[(int) offset] = (byte) value;
    }

    static void putShort(byte[] record, long offset, int value) {
        SHORT.set(record, (int) offset, (short) value);
    }

    static void putInt(byte[] record, long offset, int value) {
        INT.set(record, (int) offset, value);
    }

    static void putLong(byte[] record, long offset, long value) {
        LONG.set(record, (int) offset, value);
    }

    /** The seven ASCII characters of a tag; they have no terminator. */
    static void putTag(byte[] record, long offset, String tag) {
        for (int i = 0; i < DbfConstants.ZFCP_DBF_TAG_LEN && i < tag.length(); i++) {
            record[(int) offset + i] = (byte) tag.charAt(i);
        }
    }
}
