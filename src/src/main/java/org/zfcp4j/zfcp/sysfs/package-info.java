// SPDX-License-Identifier: GPL-2.0-only
/**
 * Port of {@code zfcp_sysfs.c}: what writing an attribute does. The text is parsed already, and 0 is returned in place of its length.
 * What attributes print are fields of the data classes.
 */
package org.zfcp4j.zfcp.sysfs;
