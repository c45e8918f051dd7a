// SPDX-License-Identifier: GPL-2.0-only
/** Replays all recordings of a folder and reports on them, to people and to programs. */
package org.zfcp4j.vectors.report;
