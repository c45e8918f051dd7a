// SPDX-License-Identifier: GPL-2.0-only
/** The command line: what the words mean, and how results are printed. */
package org.zfcp4j.cli;
