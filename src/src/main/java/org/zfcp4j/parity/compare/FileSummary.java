// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

/**
 * A C file in figures.
 *
 * @param file its name without folders
 * @param functions that it defines
 * @param ported functions that the port has
 * @param leftOut functions that are left out with a reason
 * @param missing functions that the port neither has nor lists
 * @param gone functions that the port has or lists, and that C does not define
 * @param differences without an explanation, the missing and the gone functions included
 * @param differing functions that are ported and differ
 */
public record FileSummary(String file, int functions, int ported, int leftOut, int missing, int gone, int differences,
        int differing) {
    private static final int ALL = 100;

    /** Of the functions that are not left out, how many of a hundred are ported without an unexplained difference; rounded down. */
    public int percent() {
        int wanted = functions - leftOut;
        return wanted == 0 ? ALL : (ported - differing) * ALL / wanted;
    }
}
