// SPDX-License-Identifier: GPL-2.0-only
/** Trace records in the form that s390 debug tools read. */
package org.zfcp4j.layout.dbf;
