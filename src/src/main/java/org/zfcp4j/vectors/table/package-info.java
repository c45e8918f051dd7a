// SPDX-License-Identifier: GPL-2.0-only
/**
 * Replay of recorded tables: a row is one question to the C driver and its answer. Functions without state are called; all
 * else is asked of the whole port, on its queues, with a channel that behaves as the recorded environment did.
 */
package org.zfcp4j.vectors.table;
