// SPDX-License-Identifier: GPL-2.0-only
/** Shows traces that were read and judged: as text, JSON, page and timeline. */
package org.zfcp4j.dbf.report;
