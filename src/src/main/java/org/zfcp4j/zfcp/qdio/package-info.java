// SPDX-License-Identifier: GPL-2.0-only
/** Port of {@code zfcp_qdio.c} and {@code zfcp_qdio.h}: the driver's side of the request and the response queue. */
package org.zfcp4j.zfcp.qdio;
