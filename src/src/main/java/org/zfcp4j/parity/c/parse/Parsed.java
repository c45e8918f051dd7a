// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.parse;

import org.zfcp4j.parity.c.prepass.Prepared;

/**
 * A file that was parsed.
 *
 * @param prepared the text
 * @param root of its syntax tree
 * @param errorLine the first line that the grammar does not take; 0 if it takes all
 * @param errors how many places the grammar does not take
 */
public record Parsed(Prepared prepared, Syntax root, int errorLine, int errors) {
}
