// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.zfcp4j.layout.dbf.DbfConstants;

/**
 * A trace record that was read. Numbers in its bytes are big-endian.
 *
 * @param device bus id
 * @param file where it was read
 * @param line in that file, from 1
 * @param micros microseconds since 1970, of the TOD clock
 * @param level 0 to 6
 * @param cpu that traced
 * @param caller as the file has it: an address, or a name with an offset
 */
public record Entry(String device, Area area, Path file, int line, long micros, int level, int cpu, String caller, byte[] bytes) {
    /** The first byte: which of the forms of its area. Of the payload area, the running number of the piece. */
    public int id() {
        return bytes[0] & 0xff;
    }

    /** The seven characters after it, which name the call site. Of the payload area, what the payload is. */
    public String tag() {
        return new String(bytes, 1, DbfConstants.ZFCP_DBF_TAG_LEN, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    /** True for a record of that area and form. */
    public boolean is(Area wanted, int id) {
        return area == wanted && id() == id;
    }

    /** An unsigned byte. */
    public int u8(long offset) {
        return bytes[(int) offset] & 0xff;
    }

    /** An unsigned halfword. */
    public int u16(long offset) {
        return ByteBuffer.wrap(bytes).getShort((int) offset) & 0xffff;
    }

    /** A word. */
    public int u32(long offset) {
        return ByteBuffer.wrap(bytes).getInt((int) offset);
    }

    /** A doubleword. */
    public long u64(long offset) {
        return ByteBuffer.wrap(bytes).getLong((int) offset);
    }

    /** File and line. */
    public String where() {
        return file + ":" + line;
    }
}
