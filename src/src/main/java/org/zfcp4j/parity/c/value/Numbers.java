// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.value;

import java.math.BigInteger;
import java.util.Locale;

/** Integer constants as C writes them. */
public final class Numbers {
    private static final int INT = 4;
    private static final int LONG = 8;
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    private Numbers() {
    }

    /** The value of an integer constant, null if the text is none. */
    public static Long valueOf(String text) {
        try {
            return parse(text).bits();
        } catch (NotConstantException e) {
            return null;
        }
    }

    static Value parse(String text) throws NotConstantException {
        String digits = text.toLowerCase(Locale.ROOT);
        boolean unsigned = false;
        boolean isLong = false;
        while (digits.endsWith("u") || digits.endsWith("l")) {
            unsigned |= digits.endsWith("u");
            isLong |= digits.endsWith("l");
            digits = digits.substring(0, digits.length() - 1);
        }
        int radix = DECIMAL;
        if (digits.startsWith("0x")) {
            radix = HEX;
            digits = digits.substring(2);
        } else if (digits.startsWith("0b")) {
            radix = 2;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = OCTAL;
        }
        BigInteger value;
        try {
            value = new BigInteger(digits, radix);
        } catch (NumberFormatException e) {
            throw new NotConstantException("number " + text);
        }
        if (value.bitLength() > 8 * LONG) {
            throw new NotConstantException("number " + text);
        }
        boolean mayBeUnsigned = unsigned || radix != DECIMAL;
        if (!isLong && value.bitLength() <= 31 && !unsigned) {
            return Value.ofInt(value.longValue());
        }
        if (!isLong && value.bitLength() <= 32 && mayBeUnsigned) {
            return Value.of(value.longValue(), INT, false);
        }
        return Value.of(value.longValue(), LONG, !unsigned && value.bitLength() <= 63);
    }
}
