// SPDX-License-Identifier: GPL-2.0-only
/** The levels of Linux whose driver the port can be: what is chosen for each of them at the places where they differ. */
package org.zfcp4j.zfcp.level;
