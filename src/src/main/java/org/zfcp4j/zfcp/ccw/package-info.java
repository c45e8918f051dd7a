// SPDX-License-Identifier: GPL-2.0-only
/** Port of {@code zfcp_ccw.c}: what common I/O calls in the driver. */
package org.zfcp4j.zfcp.ccw;
