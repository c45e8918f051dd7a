// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.List;
import java.util.Set;

/** Events of a transcript in the shorter form that tables have. */
final class Effects {
    private static final JsonValue TRIGGER = Json.value("TRIG");
    private static final Set<String> PLACE = Set.of("t", "ctx", "a");

    private Effects() {
    }

    static String ev(JsonObject event) {
        return event.getString("ev", "");
    }

    private static String op(JsonObject event) {
        return event.getString("op", "");
    }

    /** True for the trace record of an ERP trigger. */
    static boolean isTrigger(JsonObject event) {
        return TRIGGER.equals(event.get("id"));
    }

    /** The effects of one interrupt; with changes of fields, which are seen at its end, or without. */
    static JsonArray direct(List<JsonObject> events, boolean withFields) {
        JsonArray effects = new JsonArray();
        for (JsonObject event : events) {
            JsonObject effect = direct(event, withFields);
            if (effect != null) {
                effects.add(effect);
            }
        }
        return effects;
    }

    /** ERP triggers and work items. */
    static JsonArray triggersAndWork(List<JsonObject> events) {
        return direct(events.stream().filter(event -> isTrigger(event) || ev(event).equals("queue_work")).toList(), false);
    }

    private static JsonObject direct(JsonObject event, boolean withFields) {
        return switch (ev(event)) {
            case "dbf" -> event.getString("area", "").equals("pay") ? null : trace(event);
            case "status" -> status(event);
            case "queue_work" -> new JsonObject().add("queue_work", event.get("work")).add("queued", event.get("queued"));
            case "msg" -> new JsonObject().add("msg", event.get("level"));
            case "siosl", "scsi", "fc", "stat_miss", "erp_counter" -> without(event, PLACE);
            case "field" -> withFields ? without(event, PLACE) : null;
            default -> null;
        };
    }

    private static JsonObject trace(JsonObject event) {
        if (isTrigger(event)) {
            return new JsonObject().add("trig", event.get("tag")).add("want", event.get("want"))
                .add("need", event.get("need")).add("wwpn", event.get("wwpn")).add("lun", event.get("lun"));
        }
        return new JsonObject().add("dbf", event.getString("area", "") + ":" + event.getString("tag", ""))
            .add("level", event.get("level"));
    }

    private static JsonObject status(JsonObject event) {
        JsonObject effect = new JsonObject().add("status", event.get("obj"));
        for (String name : List.of("wwpn", "lun", "old", "new")) {
            if (event.get(name) != null) {
                effect.add(name, event.get(name));
            }
        }
        return effect;
    }

    private static JsonObject without(JsonObject event, Set<String> left) {
        JsonObject copy = new JsonObject();
        for (JsonObject.Member member : event) {
            if (!left.contains(member.getName())) {
                copy.add(member.getName(), member.getValue());
            }
        }
        return copy;
    }

    /** What came after {@code start}, in milliseconds of virtual time, by kinds. */
    static JsonObject followup(List<JsonObject> events, long start) {
        JsonArray triggers = new JsonArray();
        JsonArray requests = new JsonArray();
        JsonArray messages = new JsonArray();
        JsonArray other = new JsonArray();
        for (JsonObject event : events) {
            long t = event.getLong("t", 0) - start;
            if (isTrigger(event)) {
                triggers.add(new JsonArray().add(t).add(event.get("tag")).add(event.get("want")).add(event.get("need"))
                    .add(event.get("wwpn")).add(event.get("lun")));
            } else if (ev(event).equals("req") && !event.getString("cmd", "").equals("STATUS_READ")) {
                requests.add(new JsonArray().add(t).add(event.get("cmd")));
            } else if (ev(event).equals("msg")) {
                messages.add(new JsonArray().add(t).add(event.get("level")));
            } else if (isOther(event)) {
                other.add(timed(event, t));
            }
        }
        return new JsonObject().add("trig", triggers).add("requests", requests).add("msgs", messages).add("other", other);
    }

    private static boolean isOther(JsonObject event) {
        return switch (ev(event)) {
            case "sleep", "fc", "siosl", "eh_rc", "sync_rc" -> true;
            case "scsi" -> op(event).equals("scsi_done");
            case "qdio" -> op(event).equals("shutdown") || op(event).equals("establish");
            default -> false;
        };
    }

    private static JsonObject timed(JsonObject event, long t) {
        JsonObject copy = new JsonObject().add("t", Json.value(t));
        for (JsonObject.Member member : without(event, PLACE)) {
            copy.add(member.getName(), member.getValue());
        }
        return copy;
    }
}
