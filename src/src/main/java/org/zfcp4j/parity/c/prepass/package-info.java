// SPDX-License-Identifier: GPL-2.0-only
/** What stands between a kernel source and the grammar of C: conditions, macros, includes, and constructs that only macros explain. */
package org.zfcp4j.parity.c.prepass;
