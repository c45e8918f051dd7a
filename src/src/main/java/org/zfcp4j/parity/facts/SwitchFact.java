// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * A switch statement.
 *
 * @param expression what it switches on
 * @param line where it starts
 * @param groups its labels and what they do, in order
 */
public record SwitchFact(String expression, int line, List<CaseGroup> groups) {
    public SwitchFact {
        groups = List.copyOf(groups);
    }

    /** All labels in order, {@code default} among them. */
    public List<String> caseLabels() {
        return groups.stream().flatMap(group -> group.labels().stream()).toList();
    }
}
