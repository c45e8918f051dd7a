// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.vectors.Contexts;
import org.zfcp4j.vectors.Hex;
import org.zfcp4j.vectors.SentRequest;

/**
 * The deadlock of a recovery thread that waits for {@code stat_work}: while the port scan of the first recovery waits for a new
 * port to be opened, the answer to that calls for another recovery of the adapter. The same with the driver as it is.
 */
final class RejectedAlternative {
    private static final int SEQUENCE_NUMBER = 3;
    private static final Set<String> NOT_COMPARED = Set.of("n");

    private final Row row;
    private final List<JsonObject> events = new ArrayList<>();
    private JsonObject end;

    private RejectedAlternative(Row row) {
        this.row = row;
    }

    static List<RowResult> replay(Row row) {
        List<RowResult> results = new ArrayList<>();
        results.add(new RejectedAlternative(row).replay("wait-for-work"));
        if (row.has("same_scenario_with_5.10.198_ends_with")) {
            Comparator comparator = new Comparator(row);
            RejectedAlternative unmodified = new RejectedAlternative(row);
            JsonObject recorded = row.object("same_scenario_with_5.10.198_ends_with");
            unmodified.play("add-unless", recorded.getLong("t", 0));
            comparator.compare("same_scenario_with_5.10.198_ends_with", recorded, unmodified.end, NOT_COMPARED);
            results.add(comparator.result());
        }
        return results;
    }

    private RowResult replay(String policy) {
        List<JsonObject> recorded = new ArrayList<>();
        row.value("events_before").asArray().forEach(value -> recorded.add(value.asObject()));
        row.value("events").asArray().forEach(value -> recorded.add(value.asObject()));
        play(policy, recorded.getLast().getLong("t", 0));
        List<JsonObject> compared = recorded.stream().filter(event -> !isOfEnvironment(event)).toList();
        Comparator comparator = new Comparator(row);
        int from = 0;
        for (JsonObject event : compared) {
            JsonObject port = Effects.ev(event).equals("end") ? end : null;
            while (port == null && from < events.size()) {
                JsonObject candidate = events.get(from++);
                port = isAlike(event, candidate) ? candidate : null;
            }
            comparator.compare("events", event, port == null ? new JsonObject() : only(port, event), NOT_COMPARED);
        }
        return comparator.result();
    }

    /** What the channel did, and comments of the script. */
    private static boolean isOfEnvironment(JsonObject event) {
        return Effects.ev(event).equals("resp") || Effects.ev(event).equals("note");
    }

    /** True if the port's event is of the recorded one's kind: the recording has left out others. */
    private static boolean isAlike(JsonObject recorded, JsonObject port) {
        for (String name : List.of("ev", "op", "cmd", "id", "work")) {
            JsonValue value = recorded.get(name);
            if (value != null && !value.equals(port.get(name))) {
                return false;
            }
        }
        return port.getLong("t", 0) >= recorded.getLong("t", 0);
    }

    /** The members that the recording has kept. */
    private static JsonObject only(JsonObject port, JsonObject recorded) {
        JsonObject kept = new JsonObject();
        for (String name : recorded.names()) {
            if (port.get(name) != null) {
                kept.add(name, port.get(name));
            }
        }
        return kept;
    }

    private void play(String policy, long until) {
        var options = new StartState.Options(StartState.Options.USUAL_FEATURES, true, 1, policy, new InterruptsFirst());
        try (StartState state = new StartState(options)) {
            state.runFromScratch(() -> {
                state.channel().answer(RejectedAlternative::opensRemotePort, new Answer(
                    FsfConstants.FSF_PROT_SEQ_NUMB_ERROR, SEQUENCE_NUMBER, 0, FsfConstants.FSF_GOOD, 0, 0));
                state.kernel().user("user", state::setOnline);
                state.world().sleepUnseen(until);
                events.addAll(state.takeEvents());
                end = state.kernel().peek(() -> end(state));
            });
        }
    }

    private static boolean opensRemotePort(SentRequest request, long payload) {
        return Trigger.OPEN_PORT.matches(request, payload);
    }

    private static JsonObject end(StartState state) {
        return new JsonObject().add("t", state.kernel().jiffies()).add("ctx", Contexts.IRQ).add("ev", "end")
            .add("adapter_status", Hex.word(state.adapter().status.read()))
            .add("srbs_posted", state.channel().postedSrbs()).add("stat_miss", state.adapter().statMiss.read())
            .add("blocked", blocked(state));
    }

    private static JsonArray blocked(StartState state) {
        JsonArray blocked = new JsonArray();
        Task script = state.kernel().currentTask();
        for (Task task : state.kernel().tasks()) {
            if (task.kind().maySleep() && !task.hasEnded() && task != script) {
                blocked.add(new JsonObject().add("task", Contexts.of(task)).add("on", Json.value(reason(task))));
            }
        }
        return blocked;
    }

    private static String reason(Task task) {
        if (task.operation() == Operation.IDLE) {
            return "worker idle";
        }
        if (task.operation() == Operation.FLUSH_WORK) {
            return "flush_work";
        }
        return switch (task.target() == null ? "" : task.target().name()) {
            case "erp_ready_wq" -> "ERP action ready";
            case "erp_done_wqh" -> "no ERP pending";
            default -> task.operation().name();
        };
    }
}
