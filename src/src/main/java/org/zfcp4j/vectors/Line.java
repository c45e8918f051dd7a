// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** One line of a transcript, with the fields that every line has taken out. */
public final class Line {
    private static final int MAX_ADAPTERS = 16;
    /** Thirty years. */
    private static final long MAX_TIME = 1L << 40;

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
        if (number < 0 || time < 0 || time > MAX_TIME || context.isEmpty() || event.isEmpty()) {
            throw new IllegalArgumentException("no usable n, t, ctx or ev");
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
        int adapter = signed("a");
        if (adapter < 0 || adapter >= MAX_ADAPTERS) {
            throw malformed("a");
        }
        return adapter;
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
        try {
            return value.isString() ? Hex.parse(value.asString()) : Long.parseUnsignedLong(value.toString());
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    /** A signed decimal number; 0 if it is missing. */
    public int signed(String name) {
        try {
            return json.getInt(name, 0);
        } catch (NumberFormatException | UnsupportedOperationException e) {
            throw malformed(name);
        }
    }

    /** A decimal number from 0 to {@code max}. */
    public int upTo(String name, int max) {
        int value = signed(name);
        if (value < 0 || value > max) {
            throw malformed(name);
        }
        return value;
    }

    /** The bytes of a hexadecimal dump, followed by zero bytes up to {@code length}. */
    public byte[] bytes(String name, int length) {
        try {
            return Hex.bytes(text(name), length);
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
    }

    /** A list; an empty one if it is missing. */
    public JsonArray array(String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            return new JsonArray();
        }
        if (!value.isArray()) {
            throw malformed(name);
        }
        return value.asArray();
    }

    /** The field cannot be used. */
    MalformedLineException malformed(String name) {
        return new MalformedLineException(this, "no usable \"" + name + "\"");
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
