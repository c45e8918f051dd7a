// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * A line of a C source.
 *
 * @param file the path from the root of the kernel tree
 * @param line counted from 1
 */
public record Place(String file, int line) {
    /** The name of the file without its folders. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return fileName() + ":" + line;
    }
}
