// SPDX-License-Identifier: GPL-2.0-only
/** Syntax trees from the grammar of tree-sitter. */
package org.zfcp4j.parity.c.parse;
