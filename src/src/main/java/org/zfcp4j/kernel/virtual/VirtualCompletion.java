// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Completion;

/** Counts completions; each one lets one waiter go on, the first that came first. */
final class VirtualCompletion extends Completion implements Shared, WakeSource {
    private final Engine engine;
    private final int id;
    private final Object owner;
    private final List<Task> waiters = new ArrayList<>(1);
    private final WakerHistory wakers = new WakerHistory();
    private int done;

    VirtualCompletion(Engine engine, String name, Object owner) {
        super(name);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.owner = owner;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Object owner() {
        return owner;
    }

    @Override
    public WakerHistory wakers() {
        return wakers;
    }

    @Override
    public long content() {
        long h = done;
        for (int i = 0; i < waiters.size(); i++) {
            h = StateTracker.mix(h, waiters.get(i).id());
        }
        return h;
    }

    @Override
    public void init() {
        done = 0;
    }

    @Override
    public void waitForCompletion() {
        engine.checker.maySleep(Operation.WAIT_COMPLETION, this, null);
        Task self = engine.self();
        if (done > 0) {
            engine.point(Operation.WAIT_COMPLETION, this);
        }
        while (done == 0) {
            waiters.add(self);
            engine.sleep(Operation.WAIT_COMPLETION, this);
            waiters.remove(self);
        }
        done--;
        engine.order.acquires(this);
    }

    @Override
    public void complete() {
        engine.point(Operation.COMPLETE, this);
        engine.order.releases(this);
        done++;
        wakers.add(engine.self());
        if (!waiters.isEmpty()) {
            Task first = waiters.remove(0);
            engine.makeReady(first, false);
        }
    }

    @Override
    public boolean isDone() {
        engine.point(Operation.WAIT_COMPLETION, this);
        engine.learn(this, done > 0 ? 1 : 0);
        if (done > 0) {
            engine.order.acquires(this);
        }
        return done > 0;
    }
}
