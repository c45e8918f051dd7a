// SPDX-License-Identifier: GPL-2.0-only
/** What is played in a world: scripts, what each refill policy is expected to make of them, and the search for a seed that shows it. */
package org.zfcp4j.lab.scenario;
