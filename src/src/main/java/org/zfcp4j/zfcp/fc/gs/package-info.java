// SPDX-License-Identifier: GPL-2.0-only
/**
 * The parts of {@code zfcp_fc.c} that send: ports at well-known addresses, name server requests, the link test. Requests of
 * the bsg interface are left out: nothing here could issue them.
 */
package org.zfcp4j.zfcp.fc.gs;
