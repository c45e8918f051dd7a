// SPDX-License-Identifier: GPL-2.0-only
/** What is played in a world: scripts, what each refill policy is expected to do in them, and the search for a decisive seed. */
package org.zfcp4j.lab.scenario;
