// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.diff;

import java.util.List;

/**
 * What differs between the drivers of two trees. Neither is the older one: stable trees are not ordered by what they contain.
 *
 * @param first the name of the first tree, such as {@code 5.10.198}
 * @param second the name of the second tree
 * @param files in figures, in the order of the alphabet
 * @param functions that they do not have alike
 * @param constants of the driver's own sources that one tree lacks or that have another value, {@code name} with both values
 * @param layouts structures that one tree lacks or that differ, with their members
 */
public record TreeDiff(String first, String second, List<FileCount> files, List<FunctionChange> functions,
        List<ConstantChange> constants, List<LayoutChange> layouts) {

    /**
     * A C file in figures; a function that has moved counts where the second tree has it.
     *
     * @param common functions that both trees have
     * @param same those of them whose texts are the same, comments apart
     * @param changed those of them whose texts differ
     * @param namesOnly those of the changed ones that differ in kernel-wide renames alone
     * @param onlyFirst functions that only the first tree has
     * @param onlySecond functions that only the second tree has
     */
    public record FileCount(String file, int common, int same, int changed, int namesOnly, int onlyFirst, int onlySecond) {
        /** Both together. */
        public FileCount plus(FileCount other) {
            return new FileCount(file, common + other.common, same + other.same, changed + other.changed,
                    namesOnly + other.namesOnly, onlyFirst + other.onlyFirst, onlySecond + other.onlySecond);
        }
    }

    /** Of all files whose names start so. */
    public FileCount total(String prefix) {
        return files.stream().filter(file -> file.file().startsWith(prefix))
                .reduce(new FileCount(prefix, 0, 0, 0, 0, 0, 0), FileCount::plus);
    }

    /** A constant; a value that a tree lacks is empty. */
    public record ConstantChange(String name, String file, String first, String second) {
    }

    /** A structure; one that a tree lacks has all its members as changes. */
    public record LayoutChange(String name, String file, String category, Changes fields) {
    }

    /** Functions in one state. */
    public List<FunctionChange> functions(String state) {
        return functions.stream().filter(function -> function.state().equals(state)).toList();
    }
}
