// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the {@code hex_ascii} view of an s390 debug feature area: area number, seconds and microseconds, level, exception mark,
 * processor, caller, the bytes in hex, a bar, the bytes as text. The caller is an address, or, in what crash extracts from a dump,
 * a name with an offset, both in angle brackets with blanks in between, perhaps followed by a module in square brackets.
 */
final class HexAsciiLine {
    private static final Pattern HEAD = Pattern.compile("(\\d{2}) (\\d{1,12}):(\\d{6}) +(\\d) +([-*]) +(\\d{2,5}) +");
    private static final Pattern CALLER = Pattern.compile("[0-9a-fA-F]{8,16}|0x[0-9a-fA-F]+|\\(ptrval\\)|<[^<>]*>|[\\w.+]+\\+0x[0-9a-fA-F/x]+");
    private static final Pattern MODULE = Pattern.compile("\\[[\\w-]+]");
    private static final int DIGITS = 3;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int MOST_LEVEL = 6;

    final long micros;
    final int level;
    final int cpu;
    final String caller;
    final byte[] bytes;

    /** What is wrong with a line. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String problem) {
            super(problem);
        }
    }

    private HexAsciiLine(Matcher head, String caller, byte[] bytes) {
        micros = Long.parseLong(head.group(2)) * MICROS_PER_SECOND + Integer.parseInt(head.group(3));
        level = Integer.parseInt(head.group(4));
        cpu = Integer.parseInt(head.group(6));
        this.caller = caller;
        this.bytes = bytes;
    }

    /** @param text without a line end; a character a byte */
    static HexAsciiLine parse(String text, int recordSize) throws Malformed {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new Malformed("no text: byte 0x" + Integer.toHexString(text.charAt(i)) + " in column " + (i + 1));
            }
        }
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            throw new Malformed("no record of the hex_ascii view: it does not begin with area, time, level and processor");
        }
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new Malformed("the record is cut off");
        }
        // Leaves the blank after the last byte in front of the bar.
        int hex = bar - recordSize * DIGITS;
        if (hex <= head.end()) {
            throw new Malformed("the record is cut off, or not as long as the " + recordSize + " bytes of 5.10 and 7.1");
        }
        byte[] bytes = bytes(text, hex, recordSize);
        String caller = caller(text.substring(head.end(), hex), recordSize);
        checkText(text.substring(bar + 1), bytes);
        HexAsciiLine line = new HexAsciiLine(head, caller, bytes);
        if (line.level > MOST_LEVEL) {
            throw new Malformed("level " + line.level + " does not exist");
        }
        return line;
    }

    private static byte[] bytes(String text, int start, int count) throws Malformed {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int at = start + i * DIGITS;
            int high = Character.digit(text.charAt(at), 16);
            int low = Character.digit(text.charAt(at + 1), 16);
            if (high < 0 || low < 0 || text.charAt(at + 2) != ' ') {
                throw new Malformed("column " + (at + 1) + " is no byte in hex, of a record of " + count);
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static String caller(String text, int recordSize) throws Malformed {
        String rest = text.trim();
        Matcher caller = CALLER.matcher(rest);
        if (!caller.lookingAt()) {
            throw new Malformed("there is no caller");
        }
        String module = rest.substring(caller.end()).trim();
        if (!module.isEmpty() && !MODULE.matcher(module).matches()) {
            throw new Malformed("the record is longer than the " + recordSize + " bytes of 5.10 and 7.1");
        }
        return caller.group().replaceAll("[<> \\t]", "");
    }

    /** What looks like the bytes must be of these bytes. Copying may have taken blanks off its end. */
    private static void checkText(String text, byte[] bytes) throws Malformed {
        String shown = text.startsWith(" ") ? text.substring(1) : text;
        if (shown.length() > bytes.length) {
            throw new Malformed("more text than bytes");
        }
        for (int i = 0; i < bytes.length; i++) {
            char expected = bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.';
            if (i >= shown.length() ? expected != ' ' : expected != shown.charAt(i)) {
                throw new Malformed(i >= shown.length() ? "the record is cut off" : "the text says otherwise than byte " + i + " of the record");
            }
        }
    }
}
