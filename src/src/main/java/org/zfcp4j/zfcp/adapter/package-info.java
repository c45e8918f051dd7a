// SPDX-License-Identifier: GPL-2.0-only
/** Port of {@code zfcp_aux.c}: making an adapter with all that belongs to it, and its end. */
package org.zfcp4j.zfcp.adapter;
