// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;

/** Finds where what the port did differs from a row, field by field. */
final class Comparator {
    private static final int SHOWN = 160;

    private final Row row;
    private final StringBuilder differences = new StringBuilder();

    Comparator(Row row) {
        this.row = row;
    }

    /** Compares a value that the row may give in any base with the port's. */
    void number(String name, long port) {
        long c = row.number(name);
        if (c != port) {
            differ(name, row.value(name).toString(), "0x" + Long.toHexString(port));
        }
    }

    /** The same for values of 32 bits. */
    void word(String name, int port) {
        if (row.word(name) != port) {
            differ(name, row.value(name).toString(), String.format("0x%08x", port));
        }
    }

    void text(String name, String port) {
        if (!row.text(name).equals(port)) {
            differ(name, row.text(name), port);
        }
    }

    /** Compares JSON deeply; the order of members does not count. */
    void json(String name, JsonValue port) {
        compare(name, row.value(name), port);
    }

    /** Compares two objects, except the members in {@code ignored}. */
    void compare(String path, JsonObject c, JsonObject port, Set<String> ignored) {
        JsonObject recorded = new JsonObject(c);
        JsonObject replayed = new JsonObject(port);
        ignored.forEach(name -> {
            recorded.remove(name);
            replayed.remove(name);
        });
        compare(path, recorded, replayed);
    }

    private void compare(String path, JsonValue c, JsonValue port) {
        if (c.isObject() && port.isObject()) {
            compareObjects(path, c.asObject(), port.asObject());
        } else if (c.isArray() && port.isArray()) {
            compareArrays(path, c.asArray(), port.asArray());
        } else if (!c.equals(port)) {
            differ(path, c.toString(), port.toString());
        }
    }

    private void compareObjects(String path, JsonObject c, JsonObject port) {
        TreeSet<String> names = new TreeSet<>(c.names());
        names.addAll(port.names());
        for (String name : names) {
            JsonValue one = c.get(name);
            JsonValue other = port.get(name);
            if (one == null || other == null) {
                differ(path + "." + name, String.valueOf(one), String.valueOf(other));
            } else {
                compare(path + "." + name, one, other);
            }
        }
    }

    /** Reports the first difference only: what follows is mostly a shift. */
    private void compareArrays(String path, JsonArray c, JsonArray port) {
        for (int i = 0; i < Math.max(c.size(), port.size()); i++) {
            JsonValue one = i < c.size() ? c.get(i) : null;
            JsonValue other = i < port.size() ? port.get(i) : null;
            int before = differences.length();
            if (one == null || other == null) {
                differ(path + "[" + i + "]", String.valueOf(one), String.valueOf(other));
            } else {
                compare(path + "[" + i + "]", one, other);
            }
            if (differences.length() != before) {
                return;
            }
        }
    }

    void differ(String name, String c, String port) {
        if (!differences.isEmpty()) {
            differences.append("; ");
        }
        differences.append(name).append(" C ").append(shorten(c)).append(" port ").append(shorten(port));
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    RowResult result() {
        return differences.isEmpty() ? RowResult.pass(row) : RowResult.differ(row, differences.toString());
    }
}
