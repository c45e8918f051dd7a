// SPDX-License-Identifier: GPL-2.0-only

/**
 * What the C sources of a driver say, as data: functions with what they call, lock, count and assign, constants with their values,
 * layouts of structures, trace tags. Nothing here knows how the facts were obtained; they come out of a kernel tree or out of files.
 */
package org.zfcp4j.parity.facts;
