// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import org.zfcp4j.vectors.Hex;

/**
 * One row of a table. Numbers in it are decimal or strings of hexadecimal digits.
 *
 * @param line where it stands in its file, from 1
 */
record Row(int line, JsonObject json) {
    /** A row lacks a field or has a wrong one; the message names it. */
    static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        MalformedException(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    MalformedException malformed(String name) {
        return new MalformedException(line, "no usable \"" + name + "\"");
    }

    boolean has(String name) {
        return json.get(name) != null;
    }

    JsonValue value(String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            throw malformed(name);
        }
        return value;
    }

    String text(String name) {
        JsonValue value = value(name);
        if (!value.isString()) {
            throw malformed(name);
        }
        return value.asString();
    }

    /** A number of up to 64 bits, as unsigned where it does not fit otherwise. */
    long number(String name) {
        try {
            return number(value(name));
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    /** The same, in 32 bits. */
    int word(String name) {
        return (int) number(name);
    }

    JsonObject object(String name) {
        JsonValue value = value(name);
        if (!value.isObject()) {
            throw malformed(name);
        }
        return value.asObject();
    }

    /** Element {@code index} of a list of numbers; 0 behind its end. */
    int wordAt(String name, int index) {
        JsonValue value = value(name);
        if (!value.isArray()) {
            throw malformed(name);
        }
        try {
            return index < value.asArray().size() ? (int) number(value.asArray().get(index)) : 0;
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    private static long number(JsonValue value) {
        if (value.isString()) {
            return Hex.parse(value.asString());
        }
        String text = value.toString();
        return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }
}
