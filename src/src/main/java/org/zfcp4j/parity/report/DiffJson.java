// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.report;

import static org.zfcp4j.parity.report.ComparisonJson.array;
import static org.zfcp4j.parity.report.ComparisonJson.strings;

import com.eclipsesource.json.JsonObject;
import org.zfcp4j.parity.diff.Changes;
import org.zfcp4j.parity.diff.FunctionChange;
import org.zfcp4j.parity.diff.TreeDiff;

/** A diff as one JSON object. */
public final class DiffJson {
    private DiffJson() {
    }

    public static JsonObject of(TreeDiff diff) {
        return new JsonObject().add("first", diff.first()).add("second", diff.second())
                .add("files", array(diff.files(), f -> new JsonObject().add("file", f.file()).add("common", f.common())
                        .add("same", f.same()).add("changed", f.changed()).add("namesOnly", f.namesOnly())
                        .add("onlyFirst", f.onlyFirst()).add("onlySecond", f.onlySecond())))
                .add("functions", array(diff.functions(), DiffJson::function))
                .add("constants", array(diff.constants(), c -> new JsonObject().add("name", c.name()).add("file", c.file())
                        .add("first", c.first()).add("second", c.second())))
                .add("structures", array(diff.layouts(), s -> changes(new JsonObject().add("name", s.name()).add("file", s.file())
                        .add("category", s.category()), s.fields())));
    }

    private static JsonObject function(FunctionChange function) {
        return new JsonObject().add("name", function.name()).add("file", function.file()).add("state", function.state())
                .add("first", function.first()).add("second", function.second()).add("signature", function.signature())
                .add("changes", array(function.changes(),
                        c -> changes(new JsonObject().add("kind", c.kind()), c)))
                .add("java", strings(function.java()));
    }

    private static JsonObject changes(JsonObject json, Changes changes) {
        return json.add("onlyFirst", strings(changes.onlyFirst())).add("onlySecond", strings(changes.onlySecond()));
    }
}
