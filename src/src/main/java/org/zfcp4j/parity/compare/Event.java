// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

/**
 * A step of a function or of its port.
 *
 * @param text what it does; equal on both sides if it is the same
 * @param where {@code file:line} of C, or class, method and line of the port
 */
record Event(String text, String where) {
    /** The kind of difference that it makes where the other side lacks it. */
    String kind() {
        if (text.startsWith("case(")) {
            return "case";
        }
        if (text.startsWith("set(") || text.startsWith("status")) {
            return "assignment";
        }
        if (text.startsWith("atomic_")) {
            return "atomic";
        }
        String name = name();
        return name.matches("(spin|read|write|mutex)_(un)?lock.*") ? "lock" : "call";
    }

    /** What it is without its arguments. */
    String name() {
        return text.startsWith("status") ? "status" : text.replaceAll("[#(\\[].*", "");
    }
}
