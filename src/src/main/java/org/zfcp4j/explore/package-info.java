// SPDX-License-Identifier: GPL-2.0-only
/**
 * Searching through the schedules of a small world: systematically or at random, down to a counterexample that people can read.
 * What a search does, and why what it leaves out does not matter, is told in docs/exploration.md.
 */
package org.zfcp4j.explore;
