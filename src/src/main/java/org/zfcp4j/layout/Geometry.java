// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The geometry of the queues: what the architecture fixes and an experiment may change. Driver and channel of a process share
 * one, {@link #CURRENT}, which is chosen when the virtual machine starts: {@code -Dzfcp4j.geometry=stride=64,sbals=256}. The
 * compiler knows it as a constant, so that the architected one costs nothing.
 *
 * @param slsbStride    bytes from the state of an SBAL to that of its neighbour, a power of two up to 4096; architected: 1
 * @param sbalsPerQueue a power of two from 128 to 1024; architected: 128
 * @param sbalesPerSbal a power of two from 8 to 64; architected: 16
 * @param littleEndian  numbers in QDIO and FSF structures are little-endian. Those in FC and SCSI formats never are
 * @param placement     where SBALs lie; architected is none, the C driver packs them
 * @param coalesce      responses that share an interrupt, when so many come at once; the mock's default: 1
 * @param siga          SBALs for which the driver signals at a time: a signal that is due waits until so many SBALs need it, or
 *                      the output tasklet runs; architected: 1, which puts nothing off
 */
public record Geometry(int slsbStride, int sbalsPerQueue, int sbalesPerSbal, boolean littleEndian, Placement placement,
                       int coalesce, int siga) {
    /** Where SBALs lie. */
    public enum Placement {
        /** As many in a page as fit. */
        PACKED,
        /** Each in a page of its own. */
        SPREAD,
        /** Packed, and all of main storage in pages of 2 MiB where the system has them, see {@link StoragePages}. */
        HUGE
    }

    private static final int PAGE = 4096;
    private static final int MIN_SBALS = 128;
    private static final int MAX_SBALS = 1024;
    private static final int MIN_SBALES = 8;
    private static final int MAX_SBALES = 64;

    /** Names it; without it, the architected one is taken. */
    public static final String PROPERTY = "zfcp4j.geometry";

    /** As the hardware has it. */
    public static final Geometry ARCHITECTED = new Geometry(1, 128, 16, false, Placement.PACKED, 1, 1);

    /** That of this process. */
    public static final Geometry CURRENT = parse(System.getProperty(PROPERTY, ""));

    /**
     * Reads one from text; what is not mentioned stays architected.
     *
     * @param text {@code name=value} pairs with commas in between: {@code stride}, {@code sbals}, {@code sbales},
     *             {@code order} ({@code big} or {@code little}), {@code placement} ({@code packed}, {@code spread} or
     *             {@code huge}), {@code coalesce}, {@code siga}
     * @throws IllegalArgumentException with one line that tells what is wrong
     */
    public static Geometry parse(String text) {
        int stride = 1;
        int sbals = MIN_SBALS;
        int sbales = 16;
        boolean little = false;
        Placement placement = Placement.PACKED;
        int coalesce = 1;
        int siga = 1;
        for (String pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] parts = pair.strip().split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            switch (parts[0]) {
                case "stride" -> stride = number(pair, value, n -> n <= PAGE && powerOfTwo(n));
                case "sbals" -> sbals = number(pair, value, n -> n >= MIN_SBALS && n <= MAX_SBALS && powerOfTwo(n));
                case "sbales" -> sbales = number(pair, value, n -> n >= MIN_SBALES && n <= MAX_SBALES && powerOfTwo(n));
                case "coalesce" -> coalesce = number(pair, value, n -> n <= MAX_SBALS);
                case "siga" -> siga = number(pair, value, n -> n <= MIN_SBALS);
                case "order" -> little = word(pair, value, "big", "little") == 1;
                case "placement" -> placement = Placement.values()[word(pair, value, "packed", "spread", "huge")];
                default -> throw wrong(pair);
            }
        }
        return new Geometry(stride, sbals, sbales, little, placement, coalesce, siga);
    }

    /** Byte order of the numbers in QDIO and FSF structures. */
    public ByteOrder byteOrder() {
        return littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static boolean powerOfTwo(int n) {
        return Integer.bitCount(n) == 1;
    }

    private static int number(String pair, String value, IntPredicate valid) {
        if (!value.matches("\\d{1,4}")) {
            throw wrong(pair);
        }
        int number = Integer.parseInt(value);
        if (number < 1 || !valid.test(number)) {
            throw wrong(pair);
        }
        return number;
    }

    /** The index of the word. */
    private static int word(String pair, String value, String... words) {
        int index = List.of(words).indexOf(value);
        if (index < 0) {
            throw wrong(pair);
        }
        return index;
    }

    private static IllegalArgumentException wrong(String pair) {
        return new IllegalArgumentException("geometry: \"" + pair.strip() + "\": expected stride=1..4096, sbals=128..1024, "
                + "sbales=8..64 (powers of two), order=big|little, placement=packed|spread|huge, coalesce=1..1024, siga=1..128");
    }

    /** Whether it is as the hardware has it. */
    public boolean isArchitected() {
        return equals(ARCHITECTED);
    }

    /** As {@link #parse} reads it: what differs from the architected one, or {@code architected}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        add(text, slsbStride != ARCHITECTED.slsbStride, "stride=" + slsbStride);
        add(text, sbalsPerQueue != ARCHITECTED.sbalsPerQueue, "sbals=" + sbalsPerQueue);
        add(text, sbalesPerSbal != ARCHITECTED.sbalesPerSbal, "sbales=" + sbalesPerSbal);
        add(text, littleEndian, "order=little");
        add(text, placement != ARCHITECTED.placement, "placement=" + placement.name().toLowerCase(Locale.ROOT));
        add(text, coalesce != ARCHITECTED.coalesce, "coalesce=" + coalesce);
        add(text, siga != ARCHITECTED.siga, "siga=" + siga);
        return text.isEmpty() ? "architected" : text.toString();
    }

    private static void add(StringBuilder text, boolean differs, String pair) {
        if (differs) {
            text.append(text.isEmpty() ? "" : ",").append(pair);
        }
    }
}
