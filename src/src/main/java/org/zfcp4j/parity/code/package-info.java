// SPDX-License-Identifier: GPL-2.0-only

/** What the compiled classes of the port do, read from their byte code: annotations, calls, locks, switch cases, numbers. */
package org.zfcp4j.parity.code;
