// SPDX-License-Identifier: GPL-2.0-only
/** The SCSI midlayer and the FC transport class of Linux, as far as zfcp calls them and is called by them. */
package org.zfcp4j.scsi;
