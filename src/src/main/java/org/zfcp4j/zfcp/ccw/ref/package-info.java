// SPDX-License-Identifier: GPL-2.0-only
/** The reference counting of {@code zfcp_ccw.c}. */
package org.zfcp4j.zfcp.ccw.ref;
