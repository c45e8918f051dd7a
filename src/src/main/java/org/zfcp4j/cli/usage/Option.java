// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

/**
 * An option of a command.
 *
 * @param name with its dashes
 * @param argument what stands for its argument, such as {@code FILE}; empty if it takes none
 * @param text what it does
 */
public record Option(String name, String argument, String text) {
    /** As it is written on the command line. */
    public String call() {
        return argument.isEmpty() ? name : name + ' ' + argument;
    }
}
