// SPDX-License-Identifier: GPL-2.0-only
/** What the geometry of the queues does to speed; each geometry runs in processes of its own. */
package org.zfcp4j.benchmarks.geometry;
