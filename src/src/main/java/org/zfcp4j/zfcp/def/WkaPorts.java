// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

/**
 * {@code struct zfcp_fc_wka_ports}: the well-known ports of the fabric.
 *
 * @param ms management server
 * @param ts time server
 * @param ds directory server
 * @param as alias server
 */
public record WkaPorts(WkaPort ms, WkaPort ts, WkaPort ds, WkaPort as) {
}
