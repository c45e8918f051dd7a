// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.zfcp.def.Port;

/**
 * What the port does not do as C does, on purpose, is done in its place, so that all that follows can be compared. There is one
 * case: when all recovery actions are out of memory, C drops the reference of the action that noticed it, and once more when that
 * action is dismissed. The recorded script takes an additional reference on each port, so that C survives it.
 */
final class ExplainedDifferences implements EventSink {
    private static final String OUT_OF_MEMORY_TAG = "erstgy1";
    private static final String ACTION_TAG = "erator1";
    private static final int REOPEN_PORT = 2;
    private static final int REOPEN_PORT_FORCED = 3;

    private final EventSink sink;
    /** By context: what the recovery thread has last begun to work on. */
    private final Map<String, JsonObject> actions = new HashMap<>();
    private ReplayWorld world;

    ExplainedDifferences(EventSink sink) {
        this.sink = sink;
    }

    void connect(ReplayWorld newWorld) {
        world = newWorld;
    }

    @Override
    public void event(JsonObject event) {
        sink.event(event);
        switch (event.getString("tag", "")) {
            case ACTION_TAG -> actions.put(event.getString("ctx", ""), event);
            case OUT_OF_MEMORY_TAG -> putTwice(actions.get(event.getString("ctx", "")));
            default -> {
                // Nothing that has a difference.
            }
        }
    }

    @Override
    public int expected(List<JsonObject> events) {
        return sink.expected(events);
    }

    /** The put that C does here and again later. */
    private void putTwice(JsonObject action) {
        if (action == null) {
            return;
        }
        long type = Hex.parse(action.getString("action", "0x0"));
        if (type == REOPEN_PORT || type == REOPEN_PORT_FORCED) {
            Port port = world.device(action.getInt("a", 0)).port(Hex.parse(action.getString("wwpn", "0x0")));
            if (port != null) {
                port.dev.put();
            }
        }
    }
}
