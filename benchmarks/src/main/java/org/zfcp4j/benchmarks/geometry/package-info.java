// SPDX-License-Identifier: GPL-2.0-only
/** How the geometry of the queues affects speed; each geometry runs in processes of its own. */
package org.zfcp4j.benchmarks.geometry;
