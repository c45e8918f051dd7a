// SPDX-License-Identifier: GPL-2.0-only
/** Trace records of zfcp, read back: what they hold, and what their tags, codes and status words are called. */
package org.zfcp4j.dbf.record;
