// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import static org.zfcp4j.parity.facts.JsonMembers.addIfAny;
import static org.zfcp4j.parity.facts.JsonMembers.array;
import static org.zfcp4j.parity.facts.JsonMembers.list;
import static org.zfcp4j.parity.facts.JsonMembers.objects;
import static org.zfcp4j.parity.facts.JsonMembers.string;
import static org.zfcp4j.parity.facts.JsonMembers.strings;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Functions as JSON objects. */
final class FunctionJson {
    private FunctionJson() {
    }

    static FunctionFacts read(JsonObject json) {
        Place place = new Place(string(json, "file"), json.getInt("line", 0));
        boolean assignments = json.get("assignments") != null;
        return new FunctionFacts(string(json, "name"), place, json.getInt("nameLine", place.line()),
                json.getInt("endLine", place.line()), json.getBoolean("static", false), json.getBoolean("inline", false),
                json.getBoolean("exported", false), string(json, "generatedBy"), string(json, "returnType"),
                strings(json, "paramNames"), strings(json, "paramTypes"), calls(json), strings(json, "functionRefs"),
                strings(json, "constants"), objects(json, "constantUses", FunctionJson::constantUse),
                objects(json, "lockOps",
                        lock -> new LockFact(string(lock, "op"), string(lock, "lock"), lock.getInt("line", 0))),
                objects(json, "atomicOps",
                        atomic -> new AtomicFact(string(atomic, "op"), strings(atomic, "args"), atomic.getInt("line", 0))),
                objects(json, assignments ? "assignments" : "statusAssignments", FunctionJson::assignment),
                objects(json, "switches", FunctionJson::switchFact), strings(json, "returns"),
                objects(json, "tags", tag -> new TagUse(string(tag, "tag"), string(tag, "callee"), tag.getInt("line", 0),
                        string(tag, "kind"))),
                "");
    }

    private static List<CallFact> calls(JsonObject json) {
        List<String> callees = strings(json, "calls");
        List<Integer> lines = list(json, "callLines", JsonValue::asInt);
        List<List<String>> arguments = list(json, "callArguments",
                value -> value.asArray().values().stream().map(JsonValue::asString).toList());
        List<CallFact> calls = new ArrayList<>();
        for (int i = 0; i < callees.size(); i++) {
            calls.add(new CallFact(callees.get(i), lines.get(i), arguments.isEmpty() ? List.of() : arguments.get(i)));
        }
        return calls;
    }

    private static ConstantUse constantUse(JsonObject json) {
        return new ConstantUse(string(json, "names"), string(json, "argumentOf"), json.getInt("callLine", 0),
                json.getBoolean("mask", false), json.getInt("line", 0));
    }

    private static AssignmentFact assignment(JsonObject json) {
        String target = string(json, "target");
        int member = Math.max(target.lastIndexOf('.'), target.lastIndexOf('>')) + 1;
        return new AssignmentFact(target, json.getString("member", target.substring(member)), string(json, "op"),
                string(json, "value"), json.getInt("line", 0));
    }

    private static SwitchFact switchFact(JsonObject json) {
        return new SwitchFact(string(json, "expr"), json.getInt("line", 0),
                objects(json, "groups", group -> new CaseGroup(strings(group, "labels"), group.getInt("line", 0),
                        strings(group, "calls"), strings(group, "tags"), strings(group, "constants"),
                        group.getBoolean("fallthrough", false))));
    }

    static JsonObject write(FunctionFacts function) {
        JsonObject json = new JsonObject();
        json.add("name", function.name()).add("file", function.place().file()).add("line", function.place().line());
        json.add("nameLine", function.nameLine()).add("endLine", function.endLine());
        json.add("lines", function.endLine() - function.place().line() + 1);
        json.add("static", function.isStatic()).add("inline", function.inline());
        if (function.exported()) {
            json.add("exported", true);
        }
        addIfAny(json, "generatedBy", function.generatedBy());
        addIfAny(json, "returnType", function.returnType());
        json.add("params", function.paramNames().size()).add("paramNames", array(function.paramNames()));
        addIfAny(json, "paramTypes", function.paramTypes());
        json.add("calls", array(function.calls(), call -> Json.value(call.callee())));
        json.add("callLines", array(function.calls(), call -> Json.value(call.line())));
        if (function.calls().stream().anyMatch(call -> !call.arguments().isEmpty())) {
            json.add("callArguments", array(function.calls(), call -> array(call.arguments())));
        }
        addIfAny(json, "functionRefs", function.functionRefs());
        json.add("constants", array(function.constants()));
        addIfAny(json, "constantUses", function.constantUses(), FunctionJson::write);
        addIfAny(json, "lockOps", function.locks(), lock -> {
            JsonObject object = new JsonObject().add("op", lock.op());
            addIfAny(object, "lock", lock.lock());
            return object.add("line", lock.line());
        });
        addIfAny(json, "atomicOps", function.atomics(), atomic -> new JsonObject().add("op", atomic.op())
                .add("args", array(atomic.args())).add("line", atomic.line()));
        addIfAny(json, "statusAssignments", function.statusAssignments(), FunctionJson::write);
        addIfAny(json, "assignments", function.assignments(), FunctionJson::write);
        addIfAny(json, "switches", function.switches(), FunctionJson::write);
        addIfAny(json, "returns", function.returns());
        addIfAny(json, "tags", function.tags(), tag -> new JsonObject().add("tag", tag.tag()).add("callee", tag.callee())
                .add("line", tag.line()).add("kind", tag.kind()));
        return json;
    }

    private static JsonObject write(ConstantUse use) {
        JsonObject json = new JsonObject().add("names", use.names());
        if (use.callLine() > 0) {
            json.add("argumentOf", use.argumentOf()).add("callLine", use.callLine());
        }
        if (use.mask()) {
            json.add("mask", true);
        }
        return json.add("line", use.line());
    }

    private static JsonObject write(AssignmentFact assignment) {
        return new JsonObject().add("target", assignment.target()).add("member", assignment.member())
                .add("op", assignment.op()).add("value", assignment.value()).add("line", assignment.line());
    }

    private static JsonObject write(SwitchFact statement) {
        return new JsonObject().add("expr", statement.expression()).add("line", statement.line())
                .add("caseLabels", array(statement.caseLabels()))
                .add("groups", array(statement.groups(), FunctionJson::write));
    }

    private static JsonObject write(CaseGroup group) {
        JsonObject json = new JsonObject().add("labels", array(group.labels())).add("line", group.line())
                .add("calls", array(group.calls()));
        addIfAny(json, "tags", group.tags());
        addIfAny(json, "constants", group.constants());
        if (group.fallThrough()) {
            json.add("fallthrough", true);
        }
        return json;
    }
}
