// SPDX-License-Identifier: GPL-2.0-only
/**
 * Replay of recorded tables: a row is a stimulus of the C driver and its response. Functions without state are called; all others
 * run in the whole port, on its queues, with a channel that behaves as the recorded environment did.
 */
package org.zfcp4j.vectors.table;
