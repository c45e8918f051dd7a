// SPDX-License-Identifier: GPL-2.0-only
/** {@code zfcp_unit.c}: LUNs that are configured by hand, and the guard against adding them to a port that goes away. */
package org.zfcp4j.zfcp.unit;
