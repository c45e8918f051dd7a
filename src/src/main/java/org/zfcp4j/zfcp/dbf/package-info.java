// SPDX-License-Identifier: GPL-2.0-only
/**
 * Port of {@code zfcp_dbf.c} and the inline functions of {@code zfcp_dbf.h}: trace records, byte for byte as the driver
 * writes them on s390. Each area has one record buffer that its lock protects, so that tracing does not allocate.
 */
package org.zfcp4j.zfcp.dbf;
