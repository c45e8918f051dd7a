// SPDX-License-Identifier: GPL-2.0-only
/** SCSI commands through the whole port to the disk of the native channel. */
package org.zfcp4j.benchmarks.io;
