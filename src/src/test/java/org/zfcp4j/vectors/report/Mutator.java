// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes broken recordings and recordings of other scripts out of real ones: values, fields and lines are changed, taken away,
 * doubled and moved. The same seed yields the same recording.
 */
final class Mutator {
    private static final List<JsonValue> ODD = List.of(Json.value(0), Json.value(-1), Json.value(1), Json.value(127), Json.value(128),
        Json.value(255), Json.value(65536), Json.value(Integer.MAX_VALUE), Json.value(Integer.MIN_VALUE), Json.value(Long.MAX_VALUE),
        Json.value(1e300), Json.value(0.5), Json.value(""), Json.value("0x"), Json.value("0xffffffffffffffff"),
        Json.value("-0x1"), Json.value("zz"), Json.value("ff"), Json.TRUE, Json.NULL, new JsonArray(), new JsonObject());

    private final SplittableRandom random;

    Mutator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Another recording. */
    byte[] mutate(List<JsonObject> lines) {
        List<JsonObject> mutated = new ArrayList<>(lines);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            changeLines(mutated);
        }
        StringBuilder text = new StringBuilder();
        mutated.forEach(line -> text.append(line).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(16) == 0 ? damaged(bytes) : bytes;
    }

    private void changeLines(List<JsonObject> lines) {
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(8)) {
            case 0 -> Collections.swap(lines, at, other);
            case 1 -> lines.add(at, lines.get(other));
            case 2 -> {
                if (lines.size() > 1) {
                    lines.remove(at);
                }
            }
            case 3 -> swapStimuli(lines);
            case 4 -> cut(lines, Math.min(at, other), Math.max(at, other));
            default -> lines.set(at, changed(lines.get(at)));
        }
    }

    /** Two things that the script does change places, but not times. */
    private void swapStimuli(List<JsonObject> lines) {
        List<Integer> stimuli = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (Json.value("user").equals(lines.get(i).get("ctx"))) {
                stimuli.add(i);
            }
        }
        if (stimuli.size() < 2) {
            return;
        }
        int one = stimuli.get(random.nextInt(stimuli.size()));
        int two = stimuli.get(random.nextInt(stimuli.size()));
        JsonObject first = lines.get(one);
        JsonObject second = lines.get(two);
        lines.set(one, withTime(second, first));
        lines.set(two, withTime(first, second));
    }

    private static JsonObject withTime(JsonObject line, JsonObject of) {
        JsonObject moved = new JsonObject(line);
        return of.get("t") == null ? moved : moved.set("t", of.get("t"));
    }

    /** Takes some lines away. */
    private void cut(List<JsonObject> lines, int from, int to) {
        int end = Math.min(to, from + 1 + random.nextInt(40));
        if (end - from < lines.size()) {
            lines.subList(from, end).clear();
        }
    }

    private JsonObject changed(JsonObject line) {
        List<String> names = line.names();
        if (names.isEmpty()) {
            return line;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonObject changed = new JsonObject(line);
        return random.nextInt(8) == 0 ? changed.remove(name) : changed.set(name, changed(line.get(name)));
    }

    private JsonValue changed(JsonValue value) {
        if (random.nextInt(3) == 0) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        if (value.isString()) {
            return Json.value(digits(value.asString()));
        }
        if (value.isNumber()) {
            return Json.value(random.nextInt(2) == 0 ? random.nextInt(-2, 300) : random.nextLong());
        }
        if (value.isArray() && !value.asArray().isEmpty()) {
            JsonArray array = new JsonArray(value.asArray());
            int at = random.nextInt(array.size());
            return array.set(at, changed(array.get(at)));
        }
        return value.isObject() ? changed(value.asObject()) : Json.value(!value.isTrue());
    }

    /** Some characters become other hexadecimal digits. */
    private String digits(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < 1 + text.length() / 16; i++) {
            if (!changed.isEmpty()) {
                changed.setCharAt(random.nextInt(changed.length()), Character.forDigit(random.nextInt(16), 16));
            }
        }
        return changed.toString();
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = java.util.Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length));
        for (int i = 0; i < random.nextInt(4) && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
