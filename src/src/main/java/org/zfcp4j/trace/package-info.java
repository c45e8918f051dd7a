// SPDX-License-Identifier: GPL-2.0-only
/** Exporters of what a run recorded: debug feature text and the trace-event format. */
package org.zfcp4j.trace;
