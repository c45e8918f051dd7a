// SPDX-License-Identifier: GPL-2.0-only
/**
 * Port of the lower half of {@code zfcp_erp.c}: what the rest of the driver calls to start, notify and await error recovery.
 * The thread that works the actions off is in {@code zfcp.erp.strategy}, above the commands that it sends.
 */
package org.zfcp4j.zfcp.erp;
