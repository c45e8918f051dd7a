// SPDX-License-Identifier: GPL-2.0-only
/** Functions, constants and trace tags out of syntax trees. */
package org.zfcp4j.parity.c.extract;
