// SPDX-License-Identifier: GPL-2.0-only
/** The driver set up so that threads of a benchmark play all of its contexts and the channel. */
package org.zfcp4j.benchmarks.machine;
