// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import static org.zfcp4j.parity.facts.JsonMembers.addIfAny;
import static org.zfcp4j.parity.facts.JsonMembers.integer;
import static org.zfcp4j.parity.facts.JsonMembers.string;
import static org.zfcp4j.parity.facts.JsonMembers.strings;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.math.BigInteger;

/** Constants as JSON objects. */
final class ConstantJson {
    private ConstantJson() {
    }

    static ConstantFact read(JsonObject json) {
        JsonValue value = json.get("value");
        boolean number = value != null && value.isNumber();
        return new ConstantFact(string(json, "name"), string(json, "kind"),
                new Place(string(json, "header"), json.getInt("line", 0)),
                number ? new BigInteger(value.toString()) : null,
                value != null && value.isString() ? value.asString() : null, json.getInt("size", 0),
                json.getBoolean("signed", false), string(json, "enum"), integer(json, "order", -1), json.getInt("params", 0),
                strings(json, "dependsOn"), string(json, "group"), strings(json, "usedIn"));
    }

    static JsonObject write(ConstantFact constant) {
        JsonObject json = new JsonObject().add("name", constant.name()).add("kind", constant.kind())
                .add("header", constant.place().file()).add("line", constant.place().line());
        if (constant.kind().equals("enum")) {
            json.add("enum", constant.enumName().isEmpty() ? Json.NULL : Json.value(constant.enumName()))
                    .add("order", constant.order());
        }
        if (constant.kind().equals("function-like macro")) {
            json.add("params", constant.parameters());
        }
        if (constant.value() == null) {
            json.add("value", constant.text() == null ? Json.NULL : Json.value(constant.text()));
        } else {
            BigInteger value = constant.value();
            json.add("value", Json.parse(value.toString()));
            json.add("hex", (value.signum() < 0 ? "-0x" : "0x") + value.abs().toString(16));
            json.add("size", constant.size()).add("signed", constant.signed());
        }
        addIfAny(json, "dependsOn", constant.dependsOn());
        json.add("group", constant.group());
        addIfAny(json, "usedIn", constant.usedIn());
        return json;
    }
}
