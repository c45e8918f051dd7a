// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.bits64;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.Memory;

/**
 * Head of an entry of an s390 debug feature area, before each trace record.
 *
 * <p>C type: {@code struct __debug_entry}.
 */
public final class DebugEntry {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("__debug_entry",
                    bits64("clock:60", "exception:1", "level:3"),
                    u64("caller"),
                    u16("cpu"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CALLER = offset(LAYOUT, "caller");
    public static final long OFFSET_CPU = offset(LAYOUT, "cpu");

    // Positions of the bit fields.
    public static final BitField CLOCK = BitField.of(LAYOUT, "clock");
    public static final BitField EXCEPTION = BitField.of(LAYOUT, "exception");
    public static final BitField LEVEL = BitField.of(LAYOUT, "level");

    private DebugEntry() {
    }

    /** Time of day clock without its lowest bits: shifted right by four. */
    public static long clock(long struct) {
        return CLOCK.get(struct);
    }

    /** Sets it: see {@link #clock(long)}. */
    public static void clock(long struct, long value) {
        CLOCK.put(struct, value);
    }

    /** The entry was made by an exception, not an event. */
    public static int exception(long struct) {
        return (int) EXCEPTION.get(struct);
    }

    /** Sets it: see {@link #exception(long)}. */
    public static void exception(long struct, int value) {
        EXCEPTION.put(struct, value);
    }

    /** Level of the entry, 0 to 6. */
    public static int level(long struct) {
        return (int) LEVEL.get(struct);
    }

    /** Sets it: see {@link #level(long)}. */
    public static void level(long struct, int value) {
        LEVEL.put(struct, value);
    }

    /** Address of the caller. */
    public static long caller(long struct) {
        return Memory.getLong(struct + OFFSET_CALLER);
    }

    /** Sets it: see {@link #caller(long)}. */
    public static void caller(long struct, long value) {
        Memory.putLong(struct + OFFSET_CALLER, value);
    }

    /** Number of the CPU. */
    public static int cpu(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CPU);
    }

    /** Sets it: see {@link #cpu(long)}. */
    public static void cpu(long struct, int value) {
        Memory.putShort(struct + OFFSET_CPU, (short) value);
    }
}
