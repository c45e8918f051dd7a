// SPDX-License-Identifier: GPL-2.0-only
/** Analyses traces: what the driver cannot have written, what was lost, and what went wrong on the machine. */
package org.zfcp4j.dbf.judge;
