// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * A trace tag in a function.
 *
 * @param tag the text, at most seven characters
 * @param callee the function that it is passed to
 * @param line where the text stands
 * @param kind {@code tag}, {@code tag (compared)}, {@code tag prefix} or {@code payload area}
 */
public record TagUse(String tag, String callee, int line, String kind) {
}
