// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

/**
 * A line of a timeline.
 *
 * @param column 0 recovery thread, 1 work queue, 2 channel and interrupts
 * @param decisive whether it is set off
 */
record Row(long micros, int column, String text, boolean decisive) {
}
