// SPDX-License-Identifier: GPL-2.0-only
/** Port of {@code zfcp_diag.c}: caches of diagnostics, and the requests that refresh them. */
package org.zfcp4j.zfcp.diag;
