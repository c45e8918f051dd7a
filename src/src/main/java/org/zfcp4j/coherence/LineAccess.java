// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

/**
 * What happened when a processor accessed bytes of one line.
 *
 * @param processor   who
 * @param label       of the address, as the {@link MemoryMap} numbers it
 * @param effect      on the line
 * @param from        the processor that the line came from; -1 unless {@link Effect#TRANSFER}
 * @param invalidated copies of other processors that became invalid
 */
public record LineAccess(int processor, int label, Effect effect, int from, int invalidated) {
}
