// SPDX-License-Identifier: GPL-2.0-only

/** Comparisons and diffs as text and as JSON. */
package org.zfcp4j.parity.report;
