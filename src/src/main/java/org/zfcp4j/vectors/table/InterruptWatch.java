// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.vectors.Contexts;
import org.zfcp4j.zfcp.def.FsfReq;

/** Records what the driver does in the interrupt of one response: from {@link #begin} to its end, before any thread runs. */
final class InterruptWatch {
    private final StartState state;
    private FsfReq request;
    private boolean watching;
    private long start = -1;
    private JsonObject before;
    private JsonObject after;
    private List<JsonObject> direct;
    private int requestStatus;
    private boolean freed;

    InterruptWatch(StartState state) {
        this.state = state;
        state.world().onQuiesce(this::quiesced);
    }

    /** The response is about to be given. {@code answered} may be null. */
    void begin(FsfReq answered) {
        request = answered;
        before = Snapshot.of(state);
        start = state.kernel().jiffies();
        state.takeEvents();
        watching = true;
    }

    private void quiesced() {
        Task task = state.kernel().currentTask();
        if (watching && task != null && Contexts.isInbound(task)) {
            watching = false;
            direct = state.takeEvents();
            after = Snapshot.of(state);
            if (request != null) {
                requestStatus = request.status;
                freed = !state.kernel().peek(request.completion::isDone);
            }
        }
    }

    /** Milliseconds of virtual time at {@link #begin}; -1 before. */
    long start() {
        return start;
    }

    JsonObject before() {
        return before;
    }

    JsonObject after() {
        return after;
    }

    /** What happened in it, as events. Null if the interrupt did not end. */
    List<JsonObject> direct() {
        return direct;
    }

    int requestStatus() {
        return requestStatus;
    }

    /** True if the driver completed the request in the interrupt; else a task waits for it. */
    boolean isFreed() {
        return freed;
    }
}
