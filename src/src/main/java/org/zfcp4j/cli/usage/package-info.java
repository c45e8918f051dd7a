// SPDX-License-Identifier: GPL-2.0-only
/** The usage of commands, declared once: help, manual page and shell completions are generated from it. */
package org.zfcp4j.cli.usage;
