// SPDX-License-Identifier: GPL-2.0-only
/** Structures and unions by the ABI of s390x. */
package org.zfcp4j.parity.c.layout;
