// SPDX-License-Identifier: GPL-2.0-only
/** The parts of {@code zfcp_scsi.c} that the SCSI midlayer and the FC transport class call, and those that register with them. */
package org.zfcp4j.zfcp.scsi.host;
