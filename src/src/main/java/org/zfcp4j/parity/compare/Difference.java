// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

/**
 * Something in which the port and C differ without an explanation.
 *
 * @param kind {@code missing}, {@code gone}, {@code signature}, {@code body}, {@code call}, {@code lock}, {@code atomic},
 *        {@code assignment}, {@code case}, {@code order}, {@code number}, {@code tag}, {@code constant}, {@code layout} or {@code refill}
 * @param name of the function, constant or structure
 * @param file the C file that it belongs to, without folders
 * @param c what C has, with {@code file:line}; empty if it has nothing
 * @param java what the port has, with class, method and line; empty if it has nothing
 */
public record Difference(String kind, String name, String file, String c, String java) {
}
