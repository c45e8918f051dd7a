// SPDX-License-Identifier: GPL-2.0-only
/** Finds and reads the trace areas of zfcp in a folder: debugfs itself, a dump of it, or what {@code run --dbf} wrote. */
package org.zfcp4j.dbf.read;
