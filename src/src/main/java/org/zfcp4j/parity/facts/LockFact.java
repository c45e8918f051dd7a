// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * An operation on a lock.
 *
 * @param op the function or macro, such as {@code spin_lock_irqsave}
 * @param lock the text of its first argument; empty if it has none
 * @param line where the call starts
 */
public record LockFact(String op, String lock, int line) {
}
