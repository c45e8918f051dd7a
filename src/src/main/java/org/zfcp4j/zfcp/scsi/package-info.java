// SPDX-License-Identifier: GPL-2.0-only
/** The part of {@code zfcp_scsi.c} that lies below error recovery and the FSF commands. */
package org.zfcp4j.zfcp.scsi;
