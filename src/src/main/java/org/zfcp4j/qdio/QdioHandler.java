// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.layout.qdio.QdioConstants;

/** {@code qdio_handler_t}: the driver's handler for the finished buffers of a queue. */
@FunctionalInterface
public interface QdioHandler {
    /**
     * Called in the queue's tasklet, or in hard interrupt context with {@link QdioConstants#QDIO_ERROR_ACTIVATE} and a count
     * of 0.
     *
     * @param qdioErr 0 or {@code QDIO_ERROR_*}
     * @param queueNo number of the queue
     * @param first index of the first buffer
     * @param count number of buffers, wrapping at 128
     */
    void handle(int qdioErr, int queueNo, int first, int count);
}
