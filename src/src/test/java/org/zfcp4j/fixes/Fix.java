// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.List;

/**
 * A fix of the driver, and how the port is made to have the bug again.
 *
 * @param id commit, twelve digits
 * @param title of the commit
 * @param linux the release that has it first
 * @param wrong what was wrong, in a sentence
 * @param undo what puts the bug back
 * @param found how it is found; null if it is not
 * @param why the reason why it is not found, or what is to be known of how it is; empty for none
 * @param seen whether the commit was looked up in public archives; else its digits are from memory
 */
record Fix(String id, String title, String linux, String wrong, List<Undo> undo, Found found, String why, boolean seen) {
    /**
     * What finds a bug, as the search has written it down.
     *
     * @param hunt which one
     * @param level of Linux
     * @param moment of the scenario, or what else is looked at
     * @param seed the first that shows it
     * @param seconds of one processor that the search took until then
     * @param finding what is reported, shortened
     */
    record Found(String hunt, String level, String moment, long seed, double seconds, String finding) {
    }
}
