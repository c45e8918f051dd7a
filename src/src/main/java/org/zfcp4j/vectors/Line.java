// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** One line of a transcript, with the fields that every line has taken out. */
public final class Line {
    private final JsonObject json;
    private final int index;
    private final int number;
    private final long time;
    private final String context;
    private final String event;

    /** @param index place in the recording, from 0 */
    Line(JsonObject json, int index) {
        this.json = json;
        this.index = index;
        this.number = json.getInt("n", -1);
        this.time = json.getLong("t", -1);
        this.context = json.getString("ctx", "");
        this.event = json.getString("ev", "");
        if (number < 0 || time < 0 || context.isEmpty() || event.isEmpty()) {
            throw new IllegalArgumentException("n, t, ctx or ev is missing");
        }
    }

    public JsonObject json() {
        return json;
    }

    /** Place in the recording, from 0. */
    int index() {
        return index;
    }

    /** {@code n}: the number of the line within its recording. */
    public int number() {
        return number;
    }

    /** {@code t}: milliseconds of virtual time. */
    public long time() {
        return time;
    }

    /** {@code ctx}: who ran. */
    public String context() {
        return context;
    }

    /** {@code ev}. */
    public String event() {
        return event;
    }

    /** {@code op}, or an empty string. */
    public String op() {
        return text("op");
    }

    /** True for the event {@code ev} with the operation {@code op}. */
    public boolean is(String ev, String op) {
        return event.equals(ev) && op().equals(op);
    }

    /** True for an event of the script itself, in its own thread or in one that it started. */
    public boolean isScript() {
        return context.equals(Contexts.USER) || context.equals(Contexts.ONLINE);
    }

    /** {@code a}: index of the adapter; 0 if the line has none. */
    public int adapter() {
        return json.getInt("a", 0);
    }

    public boolean has(String name) {
        return json.get(name) != null;
    }

    /** A string, or an empty one if it is missing. */
    public String text(String name) {
        JsonValue value = json.get(name);
        return value != null && value.isString() ? value.asString() : "";
    }

    /** A decimal number or a string of hexadecimal digits; 0 if it is missing. */
    public long number(String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            return 0;
        }
        return value.isString() ? Hex.parse(value.asString()) : Long.parseUnsignedLong(value.toString());
    }

    /** A signed decimal number; 0 if it is missing. */
    public int signed(String name) {
        return json.getInt(name, 0);
    }

    /** A list; an empty one if it is missing. */
    public JsonArray array(String name) {
        JsonValue value = json.get(name);
        return value == null ? new JsonArray() : value.asArray();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
