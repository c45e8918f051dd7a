// SPDX-License-Identifier: GPL-2.0-only
/**
 * The hand-over protocols of the driver on real threads: what may be seen of plain memory once another thread has seen that it
 * was handed over. A class is a protocol; a test in it is the driver's own code, or a variant without the ordering or the
 * atomicity that it relies on. The first must never show its forbidden outcome. The second may, so it is only remarked on: it
 * shows that the test would notice.
 */
package org.zfcp4j.jcstress;
