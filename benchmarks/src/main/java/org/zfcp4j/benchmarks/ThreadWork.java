// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How many operations a thread has done in an iteration: whether some get nearly all, as with an unfair lock. */
@State(Scope.Thread)
public class ThreadWork {
    private static final ConcurrentLinkedQueue<Long> ENDED = new ConcurrentLinkedQueue<>();

    private long operations;

    @Setup(Level.Iteration)
    public void begin() {
        operations = 0;
    }

    void add(int more) {
        operations += more;
    }

    @TearDown(Level.Iteration)
    public void end() {
        ENDED.add(operations);
    }

    /** The operations of all threads of the iteration that has ended; each is told once. */
    static List<Long> take() {
        List<Long> taken = new ArrayList<>();
        for (Long operations = ENDED.poll(); operations != null; operations = ENDED.poll()) {
            taken.add(operations);
        }
        return taken;
    }
}
