// SPDX-License-Identifier: GPL-2.0-only
/** The part of {@code zfcp_diag.c} that sends commands. */
package org.zfcp4j.zfcp.diag.update;
