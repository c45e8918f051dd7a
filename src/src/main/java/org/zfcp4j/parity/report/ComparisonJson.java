// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.report;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.List;
import java.util.function.Function;
import org.zfcp4j.parity.compare.Comparison;
import org.zfcp4j.parity.compare.Difference;
import org.zfcp4j.parity.compare.FileSummary;
import org.zfcp4j.parity.compare.RefillFinding;

/** A comparison as one JSON object; {@code files} and {@code differences} are stable. */
public final class ComparisonJson {
    private ComparisonJson() {
    }

    public static JsonObject of(Comparison comparison) {
        return new JsonObject().add("version", comparison.version()).add("level", comparison.level().label())
                .add("levelVersion", comparison.level().version()).add("agrees", comparison.agrees())
                .add("files", array(comparison.files(), ComparisonJson::file))
                .add("differences", array(comparison.differences(), ComparisonJson::difference))
                .add("refill", refill(comparison.refill()))
                .add("functions", array(comparison.functions(), ComparisonJson::function))
                .add("explained", array(comparison.explained(), e -> new JsonObject().add("function", e.function())
                        .add("method", e.method()).add("reason", e.reason())));
    }

    static <T> JsonArray array(List<T> values, Function<T, JsonValue> each) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    static JsonArray strings(List<String> values) {
        return array(values, Json::value);
    }

    private static JsonObject file(FileSummary file) {
        return new JsonObject().add("file", file.file()).add("functions", file.functions()).add("ported", file.ported())
                .add("leftOut", file.leftOut()).add("missing", file.missing()).add("gone", file.gone())
                .add("differences", file.differences()).add("percent", file.percent());
    }

    private static JsonObject difference(Difference difference) {
        return new JsonObject().add("kind", difference.kind()).add("name", difference.name()).add("c", difference.c())
                .add("java", difference.java()).add("file", difference.file());
    }

    private static JsonObject refill(RefillFinding refill) {
        return new JsonObject().add("policy", refill.policy()).add("evidence", strings(refill.evidence()))
                .add("windowOpen", refill.windowOpen()).add("refill", refill.refill()).add("set", strings(refill.set()))
                .add("close", refill.close()).add("inc", strings(refill.count())).add("queue", strings(refill.queue()))
                .add("cancels", strings(refill.cancels())).add("cancelsAtClose", strings(refill.cancelsAtClose()));
    }

    private static JsonObject function(Comparison.FunctionState function) {
        JsonObject json = new JsonObject().add("name", function.name()).add("file", function.file())
                .add("state", function.state()).add("c", function.c()).add("java", strings(function.java()));
        return function.reason().isEmpty() ? json : json.add("reason", function.reason());
    }
}
