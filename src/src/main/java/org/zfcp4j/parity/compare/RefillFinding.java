// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.List;

/**
 * How a C driver refills status read buffers, and what it does with pending refills at close.
 *
 * @param policy {@code check-then-dec}, {@code add-unless} or {@code unknown}
 * @param evidence the operations that show it, with places
 * @param refill where the function starts that refills; empty if there is none
 * @param set where adapter open sets the counter
 * @param close where the close strategy starts
 * @param count where the handler counts a buffer as missing
 * @param queue where the handler queues the refill
 * @param cancels where {@code stat_work} is cancelled or waited for, anywhere
 * @param cancelsAtClose those that the close strategy reaches; with one, the window is closed
 */
public record RefillFinding(String policy, List<String> evidence, String refill, List<String> set, String close,
        List<String> count, List<String> queue, List<String> cancels, List<String> cancelsAtClose) {

    /** Can work that is held up across a reopen post more than was agreed? */
    public boolean windowOpen() {
        return cancelsAtClose.isEmpty();
    }
}
