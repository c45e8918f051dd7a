// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Work;

/** A work item of an {@link InlineWorkQueue}. */
final class InlineWork extends Work {
    private final InlineTasklet worker = new InlineTasklet("work", this::run);

    InlineWork(String name, Object owner, Consumer<Work> function) {
        super(name, owner, function);
    }

    void queue() {
        worker.schedule();
    }

    void runPending() {
        worker.runPending();
    }

    @Override
    public boolean isPending() {
        return worker.isScheduled();
    }

    @Override
    public boolean flush() {
        boolean pending = isPending();
        worker.runPending();
        return pending;
    }

    @Override
    public boolean cancelSync() {
        boolean pending = isPending();
        worker.kill();
        return pending;
    }
}
