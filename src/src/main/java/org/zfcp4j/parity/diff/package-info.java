// SPDX-License-Identifier: GPL-2.0-only

/** What changed in the C driver between two kernel trees, function by function, and which methods of the port each change touches. */
package org.zfcp4j.parity.diff;
