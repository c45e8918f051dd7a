// SPDX-License-Identifier: GPL-2.0-only
/** Tokens of C. */
package org.zfcp4j.parity.c.lex;
