// SPDX-License-Identifier: GPL-2.0-only
/** Replay of recordings of the C driver against the port: transcripts, and what the tables need as well. */
package org.zfcp4j.vectors;
