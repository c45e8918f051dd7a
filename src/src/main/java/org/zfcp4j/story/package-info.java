// SPDX-License-Identifier: GPL-2.0-only

/**
 * What happened in a run, as a page that plays it: steps with the state of the request queue after each, recorded from a world or
 * from a schedule, and the page that has them as JSON.
 */
package org.zfcp4j.story;
