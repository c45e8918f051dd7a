// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private static final int DIGITS = 3;

    private Numbers() {
    }

    /** Three significant digits, without an exponent. */
    static String value(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        // Rounded first: 0.9996 has as many decimals as 1.
        double rounded = new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
        int magnitude = (int) Math.floor(Math.log10(Math.abs(rounded)));
        return String.format(Locale.ROOT, "%,." + Math.max(0, DIGITS - 1 - magnitude) + "f", value);
    }

    /** Two decimals, more significance for large and small quotients. */
    static String ratio(double ratio) {
        return ratio >= 0.1 && ratio < 10 ? String.format(Locale.ROOT, "%.2f", ratio) : value(ratio);
    }

    /** As few digits as it takes. */
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    static String percent(double change) {
        return String.format(Locale.ROOT, "%+.1f %%", change * 100);
    }
}
