// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.value;

import java.math.BigInteger;

/**
 * The value of an integer constant expression with the type that C gives it on s390x: {@code int} has 4 bytes, {@code long} 8.
 *
 * @param bits the value, cut to its size and extended by its sign
 * @param size of the type in bytes
 * @param signed is the type signed?
 */
public record Value(long bits, int size, boolean signed) {
    public static final Value ZERO = ofInt(0);

    private static final int INT = 4;
    private static final int LONG = 8;

    /** The value cut to the type. */
    public static Value of(long bits, int size, boolean signed) {
        int shift = 64 - 8 * size;
        long cut = shift <= 0 ? bits : signed ? bits << shift >> shift : bits << shift >>> shift;
        return new Value(cut, size, signed);
    }

    public static Value ofInt(long bits) {
        return of(bits, INT, true);
    }

    public static Value ofUnsignedLong(long bits) {
        return new Value(bits, LONG, false);
    }

    public boolean isTrue() {
        return bits != 0;
    }

    /** The type after the integer promotions. */
    public Value promoted() {
        return size < INT ? ofInt(bits) : this;
    }

    /** This value in the type that both operands of a binary operator are converted to. */
    public Value convertedWith(Value other) {
        Value a = promoted();
        Value b = other.promoted();
        int common = Math.max(a.size, b.size);
        boolean isSigned = (a.size < common || a.signed) && (b.size < common || b.signed);
        return of(a.bits, common, isSigned);
    }

    public BigInteger toBigInteger() {
        return signed || bits >= 0 ? BigInteger.valueOf(bits) : new BigInteger(Long.toUnsignedString(bits));
    }
}
