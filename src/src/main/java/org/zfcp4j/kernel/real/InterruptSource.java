// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.function.BooleanSupplier;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;

/**
 * A thread that hardware interrupts, in place of a processor: it waits for an interrupt, handles it, and then runs the tasklets
 * that the handler has scheduled, as a processor does on its way out of an interrupt. So no other thread must be woken in between.
 * A tasklet that keeps being rescheduled moves to the tasklet thread, the counterpart of ksoftirqd.
 */
public final class InterruptSource extends ContextThread {
    /** Tasklets that run before the next interrupt is waited for: as many as a burst of responses needs. */
    private static final int MOST = 64;
    private static final String HARD = "irq";
    private static final String SOFT = "tasklet";

    private final BooleanSupplier source;
    private final ListHead<RealTasklet> raised = new ListHead<>();
    private boolean soft;

    InterruptSource(RealKernel kernel, String name, BooleanSupplier source) {
        super(kernel, name, HARD);
        this.source = source;
    }

    /** Something was scheduled on this thread. */
    void raise(RealTasklet tasklet) {
        if (!tasklet.isHard()) {
            raised.addTail(tasklet.node());
        } else if (!tasklet.tryExecute(this)) {
            tasklet.handOver();
        }
    }

    @Override
    void live() {
        boolean more = true;
        while (more) {
            try {
                more = source.getAsBoolean();
            } finally {
                // also tasklets scheduled before the failure: tasklet_kill waits for them to run
                soft = true;
                runTasklets();
                soft = false;
            }
        }
    }

    /** Waits until the thread has ended, whatever interrupts the calling thread gets meanwhile; it keeps them. */
    public void awaitEnd() {
        joinFor(0);
    }

    @Override
    String context() {
        return soft ? SOFT : HARD;
    }

    private void runTasklets() {
        RealTasklet tasklet;
        for (int done = 0; (tasklet = next()) != null; done++) {
            if (done >= MOST || !tasklet.tryExecute(this)) {
                tasklet.handOver();
            }
        }
    }

    private RealTasklet next() {
        ListNode<RealTasklet> first = raised.first();
        if (first == null) {
            return null;
        }
        first.del();
        return first.owner();
    }
}
