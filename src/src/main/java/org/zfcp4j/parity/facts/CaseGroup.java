// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * The labels of a switch that share statements, and what these do.
 *
 * @param labels the text of the case labels; {@code default} among them
 * @param line of the first label
 * @param calls the callees, in order
 * @param tags trace tags, in order
 * @param constants the named constants of the statements, each once, in order
 * @param fallThrough do the statements run into those of the next group?
 */
public record CaseGroup(List<String> labels, int line, List<String> calls, List<String> tags, List<String> constants,
        boolean fallThrough) {
    public CaseGroup {
        labels = List.copyOf(labels);
        calls = List.copyOf(calls);
        tags = List.copyOf(tags);
        constants = List.copyOf(constants);
    }
}
