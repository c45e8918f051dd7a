// SPDX-License-Identifier: GPL-2.0-only
/** How commands are called, said once: their help, the page of the manual and the completions of shells are made from it. */
package org.zfcp4j.cli.usage;
