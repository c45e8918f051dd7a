// SPDX-License-Identifier: GPL-2.0-only
/** Annotations that name the C function behind a method. */
package org.zfcp4j.linux;
