// SPDX-License-Identifier: GPL-2.0-only
/** The part of {@code zfcp_diag.c} that only keeps data; what fetches them lies above the FSF commands. */
package org.zfcp4j.zfcp.diag;
