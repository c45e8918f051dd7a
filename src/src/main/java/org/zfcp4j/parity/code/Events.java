// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.util.TreeSet;

/** How steps of C and of the port are written, so that they are equal if they do the same. */
public final class Events {
    private Events() {
    }

    /** The labels of a group of cases, as numbers. */
    public static String cases(TreeSet<String> labels) {
        return "case(" + String.join(",", labels) + ")";
    }

    /** The numbers among the arguments of a call; 0 and 1 and -1 say too little. */
    public static String numbers(TreeSet<Long> numbers) {
        TreeSet<String> texts = new TreeSet<>();
        numbers.stream().filter(n -> n < -1 || n > 1).forEach(n -> texts.add(hex(n.intValue())));
        return texts.isEmpty() ? "" : texts.toString().replace(" ", "");
    }

    public static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }
}
