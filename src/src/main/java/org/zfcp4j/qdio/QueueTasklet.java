// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ACTIVE;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.linux.LinuxSource;

/** The tasklet of a queue in level 5.10, in which the layer scans the queue and calls the driver's handler. */
@LinuxSource(level = "5.10")
final class QueueTasklet {
    private final QdioQueue q;
    private final Tasklet tasklet;
    /** {@code q->qdio_error}: what the last scan found; the tasklet's. */
    private int qdioError;

    /** @param processing the function of the tasklet */
    QueueTasklet(QdioQueue q, Runnable processing) {
        this.q = q;
        String name = (q.input() ? "qdio_inbound:" : "qdio_outbound:") + q.irq.cdev().busId();
        this.tasklet = q.irq.kernel().tasklet(name, processing);
    }

    void reset() {
        qdioError = 0;
    }

    void error(int error) {
        qdioError = error;
    }

    /** {@code process_buffer_error}. */
    @LinuxSource("qdio_main.c:process_buffer_error")
    void processBufferError() {
        qdioError = QDIO_ERROR_SLSB_STATE;
    }

    /** {@code qdio_kick_handler}. */
    @LinuxSource("qdio_main.c:qdio_kick_handler")
    void kickHandler(int start, int count) {
        if (q.irq.state() != QDIO_IRQ_STATE_ACTIVE) {
            return;
        }
        q.call(qdioError, start, count);
        qdioError = 0;
    }

    /** {@code qdio_tasklet_schedule}: schedules the tasklet unless the queues are no longer active; 0 or {@code -EPERM}. */
    @LinuxSource("qdio_main.c:qdio_tasklet_schedule")
    int taskletSchedule() {
        if (q.irq.state() == QDIO_IRQ_STATE_ACTIVE) {
            tasklet.schedule();
            return 0;
        }
        return -Errno.EPERM;
    }

    /** From an interrupt, whatever the state. */
    void schedule() {
        tasklet.schedule();
    }

    void kill() {
        tasklet.kill();
    }
}
