// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/**
 * {@code struct qdio_initialize} as far as an FCP device uses it: what {@link Qdio#establish} needs to know. The number of
 * queues is the number of their arrays of SBALs.
 *
 * @param qFormat {@code QDIO_*_QFMT}
 * @param qdrAc feature flags for {@code qdr.ac}
 * @param qibRflags flags for {@code qib.rflags}
 * @param inputHandler gets the finished buffers of input queues
 * @param outputHandler gets the finished buffers of output queues
 * @param scanThreshold level 5.10: buffers in use from which on an output queue is scanned at once
 * @param irqPoll level 7.1: called by interrupts, in hard interrupt context; null in 5.10
 * @param inputSbals for each input queue, the absolute addresses of its 128 SBALs
 * @param outputSbals the same for output queues
 */
public record QdioInitialize(int qFormat, int qdrAc, int qibRflags, QdioHandler inputHandler, QdioHandler outputHandler,
        int scanThreshold, Runnable irqPoll, long[][] inputSbals, long[][] outputSbals) {

    /** {@code no_input_qs}. */
    public int noInputQs() {
        return inputSbals.length;
    }

    /** {@code no_output_qs}. */
    public int noOutputQs() {
        return outputSbals.length;
    }
}
