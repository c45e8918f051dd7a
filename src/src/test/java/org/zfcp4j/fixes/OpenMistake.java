// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

/**
 * A mistake that Linux still has, and the port with it, as it is.
 *
 * @param id a word or two
 * @param linux the releases that have it, of those that the port has
 * @param wrong what is wrong, in a sentence
 * @param policy the refill policy that it is looked for with
 * @param shown part of the finding, or of what the lab notes, since it knows the mistake
 * @param test what shows it by a script, class and method below {@code org.zfcp4j}
 */
record OpenMistake(String id, String linux, String wrong, String policy, String shown, String test) {
}
