// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** A work queue without a worker: an item runs when a thread of the benchmark lets it. Delays do not pass. */
final class InlineWorkQueue extends WorkQueue {
    InlineWorkQueue(String name) {
        super(name);
    }

    @Override
    public boolean queue(Work work) {
        InlineWork item = (InlineWork) work;
        boolean pending = item.isPending();
        item.queue();
        return !pending;
    }

    @Override
    public boolean queueDelayed(Work work, long jiffies) {
        return queue(work);
    }

    @Override
    public void destroy() {
        // nothing runs by itself
    }
}
