// SPDX-License-Identifier: GPL-2.0-only
/** Facts out of a kernel tree: the entry is {@link org.zfcp4j.parity.c.CTree#open}. */
package org.zfcp4j.parity.c;
