// SPDX-License-Identifier: GPL-2.0-only
/** Port of the part of {@code zfcp_aux.c} that makes, finds and releases remote ports. */
package org.zfcp4j.zfcp.adapter.port;
