// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/** What the inspection of a queue found besides the number of SBALs; used again and again by the one context that inspects. */
public final class QdioInspection {
    /** Index of the first SBAL. */
    public int bufnr;
    /** 0 or {@code QDIO_ERROR_SLSB_STATE}. */
    public int error;
}
