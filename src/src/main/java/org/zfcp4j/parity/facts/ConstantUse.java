// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * Constants in the text of a function outside of case labels; numbers above one count where the driver is called with them.
 *
 * @param names one name, or several that are joined by {@code |}, possibly with a minus or a tilde
 * @param argumentOf the innermost function of the driver whose call has it in an argument; empty if there is none
 * @param callLine the line of that call; 0 if there is none
 * @param mask does it stand next to a bit operation?
 * @param line where it stands
 */
public record ConstantUse(String names, String argumentOf, int callLine, boolean mask, int line) {
}
