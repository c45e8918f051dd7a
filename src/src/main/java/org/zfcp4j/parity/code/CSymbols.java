// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

/** What must be known of C to read the port in its terms. */
@FunctionalInterface
public interface CSymbols {
    /** The value of a constant, times in ticks of the port; null if there is no such number. */
    Long constant(String name);
}
