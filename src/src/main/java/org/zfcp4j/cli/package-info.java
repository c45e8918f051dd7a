// SPDX-License-Identifier: GPL-2.0-only
/** The command line: parsing, and printing of results. */
package org.zfcp4j.cli;
