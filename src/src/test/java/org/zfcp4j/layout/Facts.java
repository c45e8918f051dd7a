// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured from the C declarations on s390: the files in {@code facts/}, as records. Where level 7.1 has more than 5.10,
 * that counts: the port has one set of structures for both.
 */
final class Facts {

    /** A C structure or union. */
    record Type(String name, String header, String category, long size, long align, List<Field> fields) {
    }

    /** A member of it, in the terms of {@link Structure.Field}; {@code kind} as in the file. */
    record Field(String path, long offset, long size, String kind, String elementKind, long elementSize, long count,
            int bitOffsetFromStart, int bitSize) {

        boolean isBitField() {
            return kind.equals("bitfield") && !(bitOffsetFromStart % 8 == 0 && bitSize == size * 8);
        }
    }

    /** A C macro or enumerator that is a number. */
    record Constant(String name, String header, long line, BigInteger value, List<String> usedIn) {
    }

    private Facts() {
    }

    /** Those of level 5.10, replaced by those that level 7.1 has otherwise, and what only that has. */
    static Map<String, Type> types() {
        Map<String, Type> types = types("layouts.json");
        types.putAll(types("level-7.1.json"));
        return types;
    }

    static Map<String, Type> types(String file) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (JsonValue value : read(file).get("types").asArray()) {
            JsonObject type = value.asObject();
            List<Field> fields = new ArrayList<>();
            if (type.get("fields") != null && type.get("fields").isArray()) {
                type.get("fields").asArray().forEach(field -> fields.add(field(field.asObject())));
            }
            String name = type.getString("name", "");
            types.put(name, new Type(name, type.getString("header", ""), type.getString("category", ""),
                    number(type, "size"), number(type, "align"), fields));
        }
        return types;
    }

    static Map<String, Constant> constants() {
        Map<String, Constant> constants = constants("constants.json");
        constants.putAll(constants("level-7.1.json"));
        return constants;
    }

    private static Map<String, Constant> constants(String file) {
        Map<String, Constant> constants = new LinkedHashMap<>();
        for (JsonValue value : read(file).get("constants").asArray()) {
            JsonObject constant = value.asObject();
            if (constant.get("value").isNumber()) {
                List<String> usedIn = new ArrayList<>();
                if (constant.get("usedIn") != null) {
                    constant.get("usedIn").asArray().forEach(user -> usedIn.add(user.asString()));
                }
                String name = constant.getString("name", "");
                constants.put(name, new Constant(name, constant.getString("header", ""), number(constant, "line"),
                        new BigInteger(constant.get("value").toString()), usedIn));
            }
        }
        return constants;
    }

    static JsonObject table(String name) {
        return read("constants.json").get("tables").asObject().get(name).asObject();
    }

    private static Field field(JsonObject field) {
        return new Field(field.getString("path", ""), number(field, "offset"), number(field, "size"),
                field.getString("kind", ""), field.getString("elementKind", ""), number(field, "elementSize"),
                number(field, "count"), (int) number(field, "bitOffsetFromStart"), (int) number(field, "bitSize"));
    }

    private static long number(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value == null || !value.isNumber() ? 0 : value.asLong();
    }

    private static JsonObject read(String file) {
        try (InputStream in = Facts.class.getResourceAsStream("/facts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no facts/" + file + " on the class path");
            }
            return Json.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).asObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
