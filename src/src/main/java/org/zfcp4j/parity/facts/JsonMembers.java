// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Members of JSON objects that may be absent or null. */
final class JsonMembers {
    private JsonMembers() {
    }

    static String string(JsonObject object, String member) {
        JsonValue value = object.get(member);
        return value == null || value.isNull() ? "" : value.asString();
    }

    static int integer(JsonObject object, String member, int absent) {
        JsonValue value = object.get(member);
        return value == null || value.isNull() ? absent : value.asInt();
    }

    static <T> List<T> list(JsonObject object, String member, Function<JsonValue, T> element) {
        JsonValue value = object.get(member);
        List<T> list = new ArrayList<>();
        if (value != null && !value.isNull()) {
            value.asArray().forEach(each -> list.add(element.apply(each)));
        }
        return list;
    }

    static <T> List<T> objects(JsonObject object, String member, Function<JsonObject, T> element) {
        return list(object, member, value -> element.apply(value.asObject()));
    }

    static List<String> strings(JsonObject object, String member) {
        return list(object, member, JsonValue::asString);
    }

    static <T> JsonArray array(List<T> list, Function<T, JsonValue> element) {
        JsonArray array = new JsonArray();
        list.forEach(each -> array.add(element.apply(each)));
        return array;
    }

    static JsonArray array(List<String> strings) {
        return array(strings, Json::value);
    }

    /** Adds the list unless it is empty. */
    static void addIfAny(JsonObject object, String member, List<String> strings) {
        if (!strings.isEmpty()) {
            object.add(member, array(strings));
        }
    }

    /** Adds the list unless it is empty. */
    static <T> void addIfAny(JsonObject object, String member, List<T> list, Function<T, JsonValue> element) {
        if (!list.isEmpty()) {
            object.add(member, array(list, element));
        }
    }

    /** Adds the text unless it is empty. */
    static void addIfAny(JsonObject object, String member, String text) {
        if (!text.isEmpty()) {
            object.add(member, text);
        }
    }
}
