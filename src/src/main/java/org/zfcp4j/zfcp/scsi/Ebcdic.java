// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

/** EBCDIC, as far as serial numbers need it: letters, digits, blank, hyphen, full stop, and the end of a string. */
final class Ebcdic {
    /** What stands for a character that has no equivalent. */
    private static final char NONE = 0x07;

    private Ebcdic() {
    }

    /** The text up to the first zero byte, at most {@code length} characters from {@code start}. */
    static String decode(byte[] bytes, int start, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = start; i < start + length && bytes[i] != 0; i++) {
            text.append(decode(bytes[i] & 0xff));
        }
        return text.toString();
    }

    private static char decode(int code) {
        int zone = code & 0xf0;
        int digit = code & 0x0f;
        return switch (zone) {
            case 0xf0 -> digit <= 9 ? (char) ('0' + digit) : NONE;
            case 0xc0 -> letter('A', digit, 1);
            case 0xd0 -> letter('J', digit, 1);
            case 0xe0 -> letter('S', digit, 2);
            case 0x80 -> letter('a', digit, 1);
            case 0x90 -> letter('j', digit, 1);
            case 0xa0 -> letter('s', digit, 2);
            default -> switch (code) {
                case 0x40 -> ' ';
                case 0x4b -> '.';
                case 0x60 -> '-';
                default -> NONE;
            };
        };
    }

    private static char letter(char first, int digit, int firstDigit) {
        return digit >= firstDigit && digit <= 9 ? (char) (first + digit - firstDigit) : NONE;
    }
}
