// SPDX-License-Identifier: GPL-2.0-only
/** Integer constant expressions with the types that C gives them on s390x. */
package org.zfcp4j.parity.c.value;
