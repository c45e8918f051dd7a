// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.List;

/**
 * A call that can be tried.
 *
 * @param arguments what follows {@code zfcp4j}, separated by blanks
 * @param text what it shows
 */
public record Example(String arguments, String text) {
    /** The arguments, one by one. */
    public List<String> words() {
        return List.of(arguments.split(" "));
    }
}
