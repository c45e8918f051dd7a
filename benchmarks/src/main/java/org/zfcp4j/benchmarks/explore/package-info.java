// SPDX-License-Identifier: GPL-2.0-only
/** How fast the search through schedules is. */
package org.zfcp4j.benchmarks.explore;
