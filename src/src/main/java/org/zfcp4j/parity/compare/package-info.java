// SPDX-License-Identifier: GPL-2.0-only

/**
 * Compares the port with the facts of a C driver: functions, what they do in which order, numbers, trace tags, constants, layouts, the
 * refill of status read buffers. Differences that have a reason are listed with it in resources, exactly as they are; all others show.
 */
package org.zfcp4j.parity.compare;
