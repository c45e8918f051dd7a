// SPDX-License-Identifier: GPL-2.0-only

/** Comparisons and diffs as text for people and as JSON for programs. */
package org.zfcp4j.parity.report;
