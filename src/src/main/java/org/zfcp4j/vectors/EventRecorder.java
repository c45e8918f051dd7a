// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Adds time and context to what the observers of a {@link ReplayWorld} see, and passes it on. */
public final class EventRecorder {
    private final VirtualKernel kernel;
    private final EventSink sink;
    private String responseContext = Contexts.IRQ;

    EventRecorder(VirtualKernel kernel, EventSink sink) {
        this.kernel = kernel;
        this.sink = sink;
    }

    /** An event of the context that runs. */
    public JsonObject event(String ev) {
        return new JsonObject().add("t", kernel.jiffies()).add("ctx", context()).add("ev", ev);
    }

    /** The same, of adapter {@code a}. */
    public JsonObject event(String ev, int a) {
        return event(ev).add("a", a);
    }

    /** The same with an operation. */
    public JsonObject event(String ev, int a, String op) {
        return event(ev, a).add("op", op);
    }

    public void emit(JsonObject event) {
        sink.event(event);
    }

    /** Passes on events that happened at once. */
    void emitInAnyOrder(List<JsonObject> events) {
        List<JsonObject> left = new ArrayList<>(events);
        while (!left.isEmpty()) {
            sink.event(left.remove(sink.expected(left)));
        }
    }

    private String context() {
        Task task = kernel.currentTask();
        if (task == null) {
            return "init";
        }
        String name = Contexts.of(task);
        return name.equals(Contexts.IRQ) ? responseContext : name;
    }

    /**
     * The context that handles responses has another name until the handler has ended: the recorded script has called the driver's
     * handler itself.
     */
    void nameResponses(String context) {
        responseContext = context;
    }

    /** Responses are handled by the interrupt again. */
    void nameResponsesAsUsual() {
        responseContext = Contexts.IRQ;
    }
}
