// SPDX-License-Identifier: GPL-2.0-only
/** Port of {@code zfcp_aux.c}: adapters and ports, the refill of status read buffers and its policies. */
package org.zfcp4j.zfcp.adapter;
