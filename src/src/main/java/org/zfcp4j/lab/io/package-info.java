// SPDX-License-Identifier: GPL-2.0-only
/** A user of disks: sends SCSI commands through the driver as the midlayer does, checks what comes of them, and handles errors. */
package org.zfcp4j.lab.io;
