// SPDX-License-Identifier: GPL-2.0-only
/**
 * Searching through the schedules of a small world: systematically or at random, down to a counterexample that people can read.
 * docs/exploration.md explains what a search does, and why what it omits does not matter.
 */
package org.zfcp4j.explore;
