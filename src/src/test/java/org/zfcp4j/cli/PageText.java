// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the data out of a page, without the page's own script. */
final class PageText {
    private static final String BEGIN = "<script type=\"application/json\" id=\"data\">";

    /**
     * A step with the state after it.
     *
     * @param posted ids of the status read buffers in flight
     */
    record Read(long nanos, String context, String calls, String text, String variable, String before, String after, int missing, int free,
            int[] slsb, Set<Long> posted, List<String> broken, List<String> tags) {
    }

    private final String html;
    private final JsonObject json;

    private PageText(String html) {
        this.html = html;
        int begin = html.indexOf(BEGIN) + BEGIN.length();
        this.json = Json.parse(html.substring(begin, html.indexOf("</script>", begin))).asObject();
    }

    static PageText of(Path file) throws IOException {
        return new PageText(Files.readString(file));
    }

    String html() {
        return html;
    }

    JsonObject json() {
        return json;
    }

    List<JsonObject> runs() {
        return json.get("runs").asArray().values().stream().map(JsonValue::asObject).toList();
    }

    private String string(JsonObject step, String name) {
        return step.get(name) == null ? "" : string(step.getInt(name, -1));
    }

    private String string(int index) {
        return json.get("strings").asArray().get(index).asString();
    }

    List<Read> steps(JsonObject run) {
        List<Read> steps = new ArrayList<>();
        long nanos = 0;
        int missing = 0;
        int free = 0;
        int[] slsb = new int[128];
        Set<Long> posted = new HashSet<>();
        List<JsonObject> all = new ArrayList<>(List.of(run.get("start").asObject()));
        run.get("steps").asArray().forEach(step -> all.add(step.asObject()));
        for (JsonObject step : all) {
            nanos += step.getLong("t", 0);
            missing = step.getInt("m", missing);
            free = step.getInt("q", free);
            slsb = states(slsb, array(step, "s"));
            array(step, "d").forEach(id -> posted.remove(id.asLong()));
            JsonArray sent = array(step, "g");
            for (int i = 0; i < sent.size(); i += 3) {
                if (sent.get(i + 2).asInt() == 1) {
                    posted.add(sent.get(i).asLong());
                }
            }
            if (step.get("x") != null) {
                List<String> broken = new ArrayList<>();
                array(step, "z").forEach(text -> broken.add(string(text.asInt())));
                List<String> tags = new ArrayList<>();
                array(step, "r").forEach(record -> tags.add(string(record.asArray().get(2).asInt())));
                steps.add(new Read(nanos, string(step, "c"), string(step, "f"), string(step, "x"), string(step, "v"), string(step, "b"),
                        string(step, "a"), missing, free, slsb, Set.copyOf(posted), broken, tags));
            }
        }
        return steps;
    }

    private static JsonArray array(JsonObject step, String name) {
        return step.get(name) == null ? new JsonArray() : step.get(name).asArray();
    }

    private static int[] states(int[] before, JsonArray changes) {
        if (changes.isEmpty()) {
            return before;
        }
        if (changes.get(0).asInt() < 0) {
            return new int[before.length];
        }
        int[] now = before.clone();
        for (int i = 0; i < changes.size(); i += 2) {
            now[changes.get(i).asInt()] = changes.get(i + 1).asInt();
        }
        return now;
    }
}
