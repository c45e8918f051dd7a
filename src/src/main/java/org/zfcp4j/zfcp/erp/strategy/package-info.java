// SPDX-License-Identifier: GPL-2.0-only
/**
 * Port of the upper half of {@code zfcp_erp.c}: the recovery thread of an adapter and what it does for each kind of action. It
 * sends commands and waits for their answers, so it lies above them; nothing below calls it.
 */
package org.zfcp4j.zfcp.erp.strategy;
