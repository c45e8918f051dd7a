// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.diff;

import java.util.List;

/**
 * A function that differs between two trees.
 *
 * @param state {@code only first}, {@code only second}, {@code changed} or {@code names only}
 * @param name of the function
 * @param file without folders; that of the second tree if both have it
 * @param first where the first tree has it; empty if it has not
 * @param second where the second tree has it; empty if it has not
 * @param signature has it other parameters, or another result?
 * @param changes what came and went, kinds without any left out
 * @param java methods of the port with lines, or why it has none
 */
public record FunctionChange(String state, String name, String file, String first, String second, boolean signature,
        List<Changes> changes, List<String> java) {
}
