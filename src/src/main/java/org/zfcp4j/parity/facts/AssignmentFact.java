// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * An assignment to a member of a structure.
 *
 * @param target the text of the left side
 * @param member the last member in it
 * @param op {@code =}, {@code |=}, {@code ++} and the like; empty where the facts do not say
 * @param value the text of the right side; empty for {@code ++} and {@code --}
 * @param line where the assignment starts
 */
public record AssignmentFact(String target, String member, String op, String value, int line) {
    /** Is it one to a status word? */
    public boolean status() {
        return member.equals("status");
    }
}
