// SPDX-License-Identifier: GPL-2.0-only
/** Seeds and searches that are split over processes or machines: shards, files of results, and their merger. */
package org.zfcp4j.swarm;
