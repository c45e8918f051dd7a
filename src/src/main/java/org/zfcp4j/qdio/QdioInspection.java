// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;

/** What the inspection of a queue found besides the number of SBALs; used again and again by the one context that inspects. */
@LinuxSource(level = "7.1")
public final class QdioInspection {
    /** Index of the first SBAL. */
    public int bufnr;
    /** 0 or {@code QDIO_ERROR_SLSB_STATE}. */
    public int error;

    /** {@code process_buffer_error} and the assignment before its calls; what C does in it is trace, which is left out. */
    @LinuxSource("qdio_main.c:process_buffer_error")
    void processBufferError() {
        error = QdioConstants.QDIO_ERROR_SLSB_STATE;
    }
}
