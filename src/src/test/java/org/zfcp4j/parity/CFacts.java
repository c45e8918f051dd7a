// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.zfcp4j.kernel.Kernel;

/** What was taken from the C sources of the driver: functions with their calls, constants, trace tags. */
final class CFacts {
    /** Ticks in a second where the constants were measured. */
    private static final int FACTS_HZ = 100;

    /** A function; {@code json} is its description in {@code functions.json}. */
    record Function(String key, String name, String file, JsonObject json) {
        List<JsonObject> objects(String member) {
            JsonValue value = json.get(member);
            List<JsonObject> objects = new ArrayList<>();
            if (value != null) {
                value.asArray().forEach(element -> objects.add(element.asObject()));
            }
            return objects;
        }

        List<String> strings(String member) {
            return stringsOf(json.get(member));
        }
    }

    /** A trace tag as {@code tags.csv} has it. */
    record Tag(String tag, String function, int line, String callee, String kind) {
    }

    /**
     * Constants in the text of a function, joined by {@code |}; the call of the driver that they are an argument of. A mask
     * stands next to a bit operation.
     */
    record ConstantUse(String names, String argumentOf, int callLine, boolean mask) {
    }

    /** An assignment to a member of a structure, its name alone. */
    record Assignment(int line, String member) {
    }

    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, Function> byName = new HashMap<>();
    private final Map<String, Long> constants = new HashMap<>();
    private final List<Tag> tags = new ArrayList<>();
    private final Map<String, List<ConstantUse>> constantUses = new LinkedHashMap<>();
    private final Map<String, List<Assignment>> assignments = new LinkedHashMap<>();

    CFacts() {
        for (JsonValue value : json("/facts/functions.json.gz").get("functions").asArray()) {
            JsonObject object = value.asObject();
            String path = object.getString("file", "");
            String file = path.substring(path.lastIndexOf('/') + 1);
            String name = object.getString("name", "");
            Function function = new Function(file + ":" + name, name, file, object);
            functions.put(function.key(), function);
            byName.put(name, function);
        }
        for (JsonValue value : json("/facts/constants.json").get("constants").asArray()) {
            JsonObject constant = value.asObject();
            if (constant.get("value").isNumber()) {
                long number = new BigInteger(constant.get("value").toString()).longValue();
                constants.put(constant.getString("name", ""), ticks(constant) ? number * Kernel.HZ / FACTS_HZ : number);
            }
        }
        for (String line : lines("/facts/tags.csv")) {
            String[] column = line.split(",", -1);
            tags.add(new Tag(column[0], column[1],
                    Integer.parseInt(column[2].substring(column[2].indexOf(':') + 1)), column[3], column[4]));
        }
        for (String line : lines("/facts/assignments.csv.gz")) {
            String[] column = line.split(",");
            assignments.computeIfAbsent(column[0], f -> new ArrayList<>())
                    .add(new Assignment(Integer.parseInt(column[1]), column[2]));
        }
        for (String line : lines("/facts/constant-uses.csv.gz")) {
            String[] column = line.split(",", -1);
            constantUses.computeIfAbsent(column[0], f -> new ArrayList<>()).add(
                    new ConstantUse(column[2], column[3], column[4].isEmpty() ? 0 : Integer.parseInt(column[4]),
                            column[5].equals("1")));
        }
    }

    /** Casts and one-line predicates of the data structures: where they stand says nothing, and what they do is part of the caller. */
    static boolean isAccessor(String key) {
        return key.startsWith("zfcp_def.h:");
    }

    /** Assignments to members of structures in the text of a function, in order. */
    List<Assignment> assignments(String key) {
        return assignments.getOrDefault(key, List.of());
    }

    Map<String, Function> functions() {
        return functions;
    }

    /** The function of that name; null if it is not one of the driver or of the QDIO layer. */
    Function named(String name) {
        return byName.get(name);
    }

    List<Tag> tags() {
        return tags;
    }

    /** Constants in the text of a function outside of case labels, in order; those joined by {@code |} are one use. */
    List<ConstantUse> constantUses(String key) {
        return constantUses.getOrDefault(key, List.of());
    }

    private static boolean ticks(JsonObject constant) {
        return constant.getString("name", "").equals("HZ") || stringsOf(constant.get("dependsOn")).contains("HZ");
    }

    /** The value of a constant, times in ticks of the port; null if there is no such number. */
    Long constant(String name) {
        return constants.get(name);
    }

    /** The value of names joined by {@code |}, possibly with a minus or tilde; null if it is anything else. */
    Long value(String expression) {
        String text = expression.replaceAll("[()\\s]", "");
        if (text.startsWith("-") || text.startsWith("~")) {
            Long value = value(text.substring(1));
            return value == null ? null : text.charAt(0) == '-' ? (Long) (-value) : (Long) (~value);
        }
        long result = 0;
        for (String part : text.split("\\|")) {
            Long value = part.matches("\\d+") ? Long.valueOf(part) : constants.get(part);
            if (value == null) {
                return null;
            }
            result |= value;
        }
        return result;
    }

    private static List<String> stringsOf(JsonValue value) {
        List<String> strings = new ArrayList<>();
        if (value != null) {
            ((JsonArray) value).forEach(element -> strings.add(element.asString()));
        }
        return strings;
    }

    /** The lines of a table without its head line. */
    static List<String> lines(String resource) {
        try (BufferedReader in = new BufferedReader(reader(resource))) {
            return new ArrayList<>(in.lines().skip(1).filter(line -> !line.startsWith("#") && !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject json(String resource) {
        try (Reader in = reader(resource)) {
            return Json.parse(in).asObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(String resource) throws IOException {
        InputStream in = CFacts.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("no " + resource + " on the class path");
        }
        return new InputStreamReader(resource.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
    }

    /** Numbers as a case event names them. */
    static String caseEvent(TreeSet<String> labels) {
        return "case(" + String.join(",", labels) + ")";
    }
}
