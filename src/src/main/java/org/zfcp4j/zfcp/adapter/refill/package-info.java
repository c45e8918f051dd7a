// SPDX-License-Identifier: GPL-2.0-only
/**
 * Port of the refill of status read buffers in {@code zfcp_aux.c}, and other ways to do it behind
 * {@link org.zfcp4j.zfcp.def.RefillPolicy}.
 */
package org.zfcp4j.zfcp.adapter.refill;
