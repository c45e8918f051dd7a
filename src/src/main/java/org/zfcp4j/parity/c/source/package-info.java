// SPDX-License-Identifier: GPL-2.0-only
/** The files of a kernel tree as text, refused where they are none. */
package org.zfcp4j.parity.c.source;
