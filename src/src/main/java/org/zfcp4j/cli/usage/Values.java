// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.List;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/**
 * What an argument may be, for the completions of shells.
 *
 * @param kind where its values come from
 * @param words of {@link Kind#WORDS}: all of them
 */
public record Values(Kind kind, List<String> words) {
    /** Where values come from. */
    public enum Kind {
        /** A list. */
        WORDS,
        /** Names of files. */
        FILES,
        /** Names of directories. */
        DIRECTORIES,
        /** Nothing that a shell could know. */
        FREE
    }

    private static final Values FREE = new Values(Kind.FREE, List.of());

    /** One of these. */
    static Values words(List<String> words) {
        return new Values(Kind.WORDS, words);
    }

    /** What stands behind a placeholder that means the same in each command. */
    static Values of(String placeholder) {
        return switch (placeholder.replaceAll("\\d+$", "")) {
            case "FILE" -> new Values(Kind.FILES, List.of());
            case "DIR" -> new Values(Kind.DIRECTORIES, List.of());
            case "POLICY" -> words(RefillPolicies.all().stream().map(RefillPolicy::policyName).toList());
            case "LEVEL" -> words(Levels.releases());
            case "WHEN" -> words(List.of("auto", "always", "never"));
            default -> FREE;
        };
    }
}
