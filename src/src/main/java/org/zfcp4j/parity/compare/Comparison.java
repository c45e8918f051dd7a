// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of a comparison.
 *
 * @param version of the kernel tree
 * @param level at which the port was compared with it
 * @param files in the order of the alphabet
 * @param functions the state of each function, in the order of C
 * @param differences without an explanation
 * @param explained functions whose differences are explained, one for each method that ports them
 * @param stale explanations that this driver does not need as they are; with the level's own tree there is none
 * @param refill how the driver refills status read buffers
 */
public record Comparison(String version, Level level, List<FileSummary> files, List<FunctionState> functions,
        List<Difference> differences, List<Explained> explained, List<String> stale, RefillFinding refill) {

    /**
     * A function and what the port has of it.
     *
     * @param state {@code ported}, {@code left out}, {@code missing} or {@code gone}
     * @param c file and line; empty if C has none
     * @param java methods with lines; empty if the port has none
     * @param reason why it is left out; else empty
     */
    public record FunctionState(String name, String file, String state, String c, List<String> java, String reason) {
    }

    /** A difference that is listed with a reason. */
    public record Explained(String function, String method, String reason) {
    }

    /** Functions in one state. */
    public List<FunctionState> functions(String state) {
        return new ArrayList<>(functions.stream().filter(function -> function.state().equals(state)).toList());
    }

    /** Are all differences of the C driver explained? */
    public boolean agrees() {
        return differences.isEmpty();
    }
}
