// SPDX-License-Identifier: GPL-2.0-only
/** Port of {@code zfcp_reqlist.h}: the hash of pending requests. */
package org.zfcp4j.zfcp.reqlist;
