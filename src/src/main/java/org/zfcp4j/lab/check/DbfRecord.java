// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;

/**
 * A trace record as the driver has just made it, valid during the call only: all records begin with their kind and a tag of seven
 * characters.
 *
 * @param area suffix of its area: {@code rec}, {@code hba}, {@code san}, {@code scsi} or {@code pay}
 * @param length in bytes
 */
record DbfRecord(String busId, String area, int level, byte[] bytes, int length) {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int TAG = 1;
    private static final int TAG_LENGTH = 7;
    private static final int PREFIX = "zfcp_".length();

    static DbfRecord of(DebugArea area, int level, byte[] bytes, int length) {
        int end = area.name().lastIndexOf('_');
        return new DbfRecord(area.name().substring(PREFIX, end), area.name().substring(end + 1), level, bytes, length);
    }

    /** The same, for later. */
    DbfRecord copy() {
        return new DbfRecord(busId, area, level, bytes.clone(), length);
    }

    int kind() {
        return bytes[0];
    }

    String tag() {
        return new String(bytes, TAG, TAG_LENGTH, StandardCharsets.US_ASCII).replace("\0", "").strip();
    }

    int u8(long offset) {
        return bytes[(int) offset] & 0xff;
    }

    int u16(long offset) {
        return (short) SHORT.get(bytes, (int) offset) & 0xffff;
    }

    int u32(long offset) {
        return (int) INT.get(bytes, (int) offset);
    }

    long u64(long offset) {
        return (long) LONG.get(bytes, (int) offset);
    }

    /** True if the bytes there are those at an address of main storage. */
    boolean has(long offset, long address, int count) {
        return Arrays.equals(bytes, (int) offset, (int) offset + count, Memory.bytes(address, count), 0, count);
    }

    /** Bytes of data in a record of the area {@code pay}. */
    int payload() {
        return length - (ZfcpDbfPay.SIZE - DbfConstants.ZFCP_DBF_PAY_MAX_REC);
    }
}
