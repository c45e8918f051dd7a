// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * A rule by which the channel misbehaves. It matches by subchannel, command, operation, port and LUN together. Among matching
 * rules the oldest wins, except that delays add up.
 *
 * @param id given by {@link FcpChannel#addFault}; ignored there
 * @param subchannel its number, or {@link #ANY}
 * @param count above 0: every time; below 0: so many times, the channel counts up to 0; 0: no effect any more
 * @param skip so many matches pass before the first effect; counts down
 * @param action what happens
 * @param command FSF command, 0 for a status read buffer, {@link #ANY}
 * @param opcode SCSI operation code, CT command or ELS command of it, or {@link #ANY}
 * @param wwpn of the remote port, 0 for any
 * @param fcpLun the LUN, or {@link #ANY_LUN}
 * @param value depends on the action
 * @param flags depends on the action
 * @param qualifier four words, depends on the action
 * @param delayNanos of {@link FaultAction#DELAY}
 * @param data at most 128 bytes, depends on the action
 * @param hits how often it had effect
 */
public record Fault(int id, int subchannel, int count, int skip, FaultAction action, int command, int opcode, long wwpn,
        long fcpLun, int value, int flags, int[] qualifier, long delayNanos, byte[] data, long hits) {
    /** Any subchannel, command or operation. */
    public static final int ANY = -1;
    /** Any LUN. */
    public static final long ANY_LUN = -1;

    private static final int QUALIFIER_WORDS = 4;
    private static final int DATA_BYTES = 128;

    static final StructLayout LAYOUT = MemoryLayout.structLayout(
            JAVA_INT.withName("sub"), JAVA_INT.withName("count"), JAVA_INT.withName("skip"), JAVA_INT.withName("action"),
            JAVA_INT.withName("command"), JAVA_INT.withName("opcode"), JAVA_LONG.withName("wwpn"),
            JAVA_LONG.withName("fcp_lun"), JAVA_INT.withName("value"), JAVA_INT.withName("flags"),
            MemoryLayout.sequenceLayout(QUALIFIER_WORDS, JAVA_INT).withName("qual"), JAVA_LONG.withName("delay_ns"),
            JAVA_LONG.withName("hits"), JAVA_INT.withName("data_length"), JAVA_INT.withName("id"),
            MemoryLayout.sequenceLayout(DATA_BYTES, JAVA_BYTE).withName("data"));

    public Fault {
        if (qualifier.length != QUALIFIER_WORDS || data.length > DATA_BYTES) {
            throw new IllegalArgumentException(qualifier.length + " qualifier words, " + data.length + " bytes");
        }
        qualifier = qualifier.clone();
        data = data.clone();
    }

    /** A rule for all, with effect every time, to be narrowed with the other methods. */
    public static Fault of(FaultAction action, int value) {
        return new Fault(0, ANY, 1, 0, action, ANY, ANY, 0, ANY_LUN, value, 0, new int[QUALIFIER_WORDS], 0, new byte[0], 0);
    }

    /** With effect on the next {@code n} matches only. */
    public Fault times(int n) {
        return new Fault(id, subchannel, -n, skip, action, command, opcode, wwpn, fcpLun, value, flags, qualifier, delayNanos,
                data, hits);
    }

    /** After {@code n} matches without effect. */
    public Fault skipping(int n) {
        return new Fault(id, subchannel, count, n, action, command, opcode, wwpn, fcpLun, value, flags, qualifier, delayNanos,
                data, hits);
    }

    /** On one subchannel. */
    public Fault on(int number) {
        return new Fault(id, number, count, skip, action, command, opcode, wwpn, fcpLun, value, flags, qualifier, delayNanos,
                data, hits);
    }

    /** For one FSF command, 0 for status read buffers. */
    public Fault command(int code) {
        return new Fault(id, subchannel, count, skip, action, code, opcode, wwpn, fcpLun, value, flags, qualifier, delayNanos,
                data, hits);
    }

    /** For one SCSI, CT or ELS operation. */
    public Fault opcode(int code) {
        return new Fault(id, subchannel, count, skip, action, command, code, wwpn, fcpLun, value, flags, qualifier, delayNanos,
                data, hits);
    }

    /** For one remote port. */
    public Fault port(long name) {
        return new Fault(id, subchannel, count, skip, action, command, opcode, name, fcpLun, value, flags, qualifier,
                delayNanos, data, hits);
    }

    /** For one LUN. */
    public Fault lun(long lun) {
        return new Fault(id, subchannel, count, skip, action, command, opcode, wwpn, lun, value, flags, qualifier, delayNanos,
                data, hits);
    }

    /** With flags. */
    public Fault flags(int bits) {
        return new Fault(id, subchannel, count, skip, action, command, opcode, wwpn, fcpLun, value, bits, qualifier, delayNanos,
                data, hits);
    }

    /** With qualifier words; those left out are 0. */
    public Fault qualifier(int... words) {
        return new Fault(id, subchannel, count, skip, action, command, opcode, wwpn, fcpLun, value, flags,
                java.util.Arrays.copyOf(words, QUALIFIER_WORDS), delayNanos, data, hits);
    }

    /** With a delay. */
    public Fault delay(long nanos) {
        return new Fault(id, subchannel, count, skip, action, command, opcode, wwpn, fcpLun, value, flags, qualifier, nanos,
                data, hits);
    }

    /** With data. */
    public Fault data(byte[] bytes) {
        return new Fault(id, subchannel, count, skip, action, command, opcode, wwpn, fcpLun, value, flags, qualifier,
                delayNanos, bytes, hits);
    }

    @Override
    public int[] qualifier() {
        return qualifier.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    void write(MemorySegment to) {
        to.set(JAVA_INT, offset("sub"), subchannel);
        to.set(JAVA_INT, offset("count"), count);
        to.set(JAVA_INT, offset("skip"), skip);
        to.set(JAVA_INT, offset("action"), action.number());
        to.set(JAVA_INT, offset("command"), command);
        to.set(JAVA_INT, offset("opcode"), opcode);
        to.set(JAVA_LONG, offset("wwpn"), wwpn);
        to.set(JAVA_LONG, offset("fcp_lun"), fcpLun);
        to.set(JAVA_INT, offset("value"), value);
        to.set(JAVA_INT, offset("flags"), flags);
        to.set(JAVA_LONG, offset("delay_ns"), delayNanos);
        to.set(JAVA_INT, offset("data_length"), data.length);
        MemorySegment.copy(qualifier, 0, to, JAVA_INT, offset("qual"), QUALIFIER_WORDS);
        MemorySegment.copy(data, 0, to, JAVA_BYTE, offset("data"), data.length);
    }

    static Fault read(MemorySegment from) {
        int[] qualifier = new int[QUALIFIER_WORDS];
        byte[] data = new byte[from.get(JAVA_INT, offset("data_length"))];
        MemorySegment.copy(from, JAVA_INT, offset("qual"), qualifier, 0, QUALIFIER_WORDS);
        MemorySegment.copy(from, JAVA_BYTE, offset("data"), data, 0, data.length);
        return new Fault(from.get(JAVA_INT, offset("id")), from.get(JAVA_INT, offset("sub")),
                from.get(JAVA_INT, offset("count")), from.get(JAVA_INT, offset("skip")),
                FaultAction.ofNumber(from.get(JAVA_INT, offset("action"))), from.get(JAVA_INT, offset("command")),
                from.get(JAVA_INT, offset("opcode")), from.get(JAVA_LONG, offset("wwpn")),
                from.get(JAVA_LONG, offset("fcp_lun")), from.get(JAVA_INT, offset("value")),
                from.get(JAVA_INT, offset("flags")), qualifier, from.get(JAVA_LONG, offset("delay_ns")), data,
                from.get(JAVA_LONG, offset("hits")));
    }

    private static long offset(String field) {
        return LAYOUT.byteOffset(PathElement.groupElement(field));
    }
}
