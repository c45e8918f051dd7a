// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.HexFormat;
import org.zfcp4j.layout.Memory;

/** Numbers and bytes as the recordings write them. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {
    }

    /** {@code 0x} and as many digits as needed. */
    public static String of(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** {@code 0x} and {@code digits} digits, of the low half byte upwards. */
    public static String of(long value, int digits) {
        return "0x" + FORMAT.toHexDigits(value, digits);
    }

    /** {@code 0x} and 8 digits. */
    public static String word(int value) {
        return of(value & 0xffff_ffffL, 8);
    }

    /** {@code 0x} and 16 digits. */
    public static String name(long value) {
        return of(value, 16);
    }

    public static long parse(String text) {
        return text.startsWith("0x") ? Long.parseUnsignedLong(text, 2, text.length(), 16) : Long.parseLong(text);
    }

    /** A dump without the zero bytes at its end. */
    public static String dump(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return FORMAT.formatHex(bytes, 0, length);
    }

    /** A dump of main storage without the zero bytes at its end. */
    public static String dump(long address, int length) {
        return dump(Memory.bytes(address, length));
    }

    /** The bytes of a dump, with the zero bytes at its end put back. */
    public static byte[] bytes(String dump, int length) {
        byte[] bytes = new byte[length];
        byte[] given = FORMAT.parseHex(dump);
        System.arraycopy(given, 0, bytes, 0, Math.min(given.length, length));
        return bytes;
    }

    /** {@code hash31}: what stands for a large payload. */
    public static int hash31(byte[] bytes) {
        int hash = 0;
        for (byte b : bytes) {
            hash = hash * 31 + (b & 0xff);
        }
        return hash;
    }
}
