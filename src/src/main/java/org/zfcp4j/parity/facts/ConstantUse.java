// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * Constants in the text of a function outside of case labels.
 *
 * @param names one name, or several that are joined by {@code |}, possibly with a minus or a tilde
 * @param argumentOf the function of the driver whose call has it as an argument; empty if there is none
 * @param callLine the line of that call; 0 if there is none
 * @param mask does it stand next to a bit operation?
 * @param line where it stands
 */
public record ConstantUse(String names, String argumentOf, int callLine, boolean mask, int line) {
}
