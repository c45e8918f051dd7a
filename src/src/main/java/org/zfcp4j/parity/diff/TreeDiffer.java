// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.zfcp4j.parity.compare.Baseline;
import org.zfcp4j.parity.compare.PortIndex;
import org.zfcp4j.parity.compare.Renames;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FieldFact;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LayoutFact;
import org.zfcp4j.parity.facts.TagUse;

/** Compares the facts of two trees. */
public final class TreeDiffer {
    private static final String SOURCES = "drivers/s390/";
    private static final String NAME = "[A-Za-z_]\\w*";

    private final DriverFacts first;
    private final DriverFacts second;
    private final PortIndex port;

    private TreeDiffer(DriverFacts first, DriverFacts second, PortIndex port) {
        this.first = first;
        this.second = second;
        this.port = port;
    }

    /** The differences of two drivers, which are called by the names given. */
    public static TreeDiff diff(DriverFacts first, String firstName, DriverFacts second, String secondName, PortIndex port) {
        return new TreeDiffer(first, second, port).run(firstName, secondName);
    }

    private TreeDiff run(String firstName, String secondName) {
        List<FunctionChange> functions = new ArrayList<>();
        Map<String, TreeDiff.FileCount> files = new TreeMap<>();
        for (FunctionFacts a : first.functions()) {
            FunctionFacts b = other(a, second);
            if (b == null) {
                functions.add(onlyOne("only first", a, a.place().toString(), ""));
            } else if (a.body().equals(b.body()) && signature(a).equals(signature(b))) {
                files.merge(b.place().fileName(), new TreeDiff.FileCount(b.place().fileName(), 1, 1, 0, 0, 0, 0),
                        TreeDiff.FileCount::plus);
            } else {
                functions.add(changed(a, b));
            }
        }
        for (FunctionFacts b : second.functions()) {
            if (other(b, first) == null) {
                functions.add(onlyOne("only second", b, "", b.place().toString()));
            }
        }
        functions.forEach(function -> files.merge(function.file(), count(function), TreeDiff.FileCount::plus));
        return new TreeDiff(firstName, secondName, List.copyOf(files.values()), functions, constants(), layouts());
    }

    private static TreeDiff.FileCount count(FunctionChange function) {
        boolean both = !function.first().isEmpty() && !function.second().isEmpty();
        return new TreeDiff.FileCount(function.file(), both ? 1 : 0, 0, both ? 1 : 0, function.state().equals("names only") ? 1 : 0,
                function.second().isEmpty() ? 1 : 0, function.first().isEmpty() ? 1 : 0);
    }

    /** Several files may define a function of the same name; one that moved to another file is still the same. */
    private static FunctionFacts other(FunctionFacts function, DriverFacts facts) {
        FunctionFacts same = facts.functionsByKey().get(function.key());
        return same != null ? same : facts.function(function.name());
    }

    private static String signature(FunctionFacts function) {
        return Baseline.linkage(function) + " " + function.returnType() + " ( " + String.join(" , ", function.paramTypes()) + " ) " + String.join(" ", function.paramNames());
    }

    private FunctionChange onlyOne(String state, FunctionFacts function, String inFirst, String inSecond) {
        return new FunctionChange(state, function.name(), function.place().fileName(), inFirst, inSecond, false, List.of(),
                port.describe(function));
    }

    private FunctionChange changed(FunctionFacts a, FunctionFacts b) {
        List<Changes> changes = new ArrayList<>();
        add(changes, "calls", a, b, f -> f.calls().stream().map(call -> call.callee()).toList());
        add(changes, "tags", a, b, f -> f.tags().stream().map(TagUse::tag).toList());
        add(changes, "constants", a, b, f -> List.copyOf(new TreeSet<>(f.constants())));
        add(changes, "fields", a, b, TreeDiffer::members);
        add(changes, "cases", a, b, f -> f.switches().stream().flatMap(s -> s.caseLabels().stream()).toList());
        if (changes.isEmpty()) {
            add(changes, "text", a, b, f -> List.of((signature(f) + " " + f.body()).split(" ")));
        }
        boolean sameSignature = Renames.STANDARD.apply(signature(a)).equals(Renames.STANDARD.apply(signature(b)));
        boolean namesOnly = sameSignature && Renames.STANDARD.apply(a.body()).equals(Renames.STANDARD.apply(b.body()));
        return new FunctionChange(namesOnly ? "names only" : "changed", b.name(), b.place().fileName(), a.place().toString(),
                b.place().toString(), !sameSignature, changes, port.describe(b));
    }

    private static void add(List<Changes> changes, String kind, FunctionFacts a, FunctionFacts b,
            Function<FunctionFacts, List<String>> what) {
        Changes found = Changes.between(kind, what.apply(a), what.apply(b));
        if (!found.isEmpty()) {
            changes.add(found);
        }
    }

    /** The members that a text names, each once. */
    private static List<String> members(FunctionFacts function) {
        TreeSet<String> members = new TreeSet<>();
        String[] tokens = function.body().split(" ");
        for (int i = 1; i < tokens.length; i++) {
            boolean called = i + 1 < tokens.length && tokens[i + 1].equals("(");
            if ((tokens[i - 1].equals("->") || tokens[i - 1].equals(".")) && tokens[i].matches(NAME) && !called) {
                members.add(tokens[i]);
            }
        }
        return List.copyOf(members);
    }

    private List<TreeDiff.ConstantChange> constants() {
        Map<String, TreeDiff.ConstantChange> changes = new LinkedHashMap<>();
        for (ConstantFact a : first.constants()) {
            if (a.place().file().startsWith(SOURCES)) {
                note(changes, a, a, second.constant(a.name()));
            }
        }
        for (ConstantFact b : second.constants()) {
            if (b.place().file().startsWith(SOURCES)) {
                note(changes, b, first.constant(b.name()), b);
            }
        }
        return List.copyOf(changes.values());
    }

    private static void note(Map<String, TreeDiff.ConstantChange> changes, ConstantFact at, ConstantFact a, ConstantFact b) {
        String valueOfA = shown(a);
        String valueOfB = shown(b);
        if (!valueOfA.equals(valueOfB)) {
            changes.put(at.name(), new TreeDiff.ConstantChange(at.name(), at.place().fileName(), valueOfA, valueOfB));
        }
    }

    private static String shown(ConstantFact constant) {
        return constant == null ? "" : constant.value() != null ? "0x" + constant.value().toString(16)
                : constant.text() != null ? "\"" + constant.text() + "\"" : constant.kind();
    }

    private List<TreeDiff.LayoutChange> layouts() {
        List<TreeDiff.LayoutChange> changes = new ArrayList<>();
        for (LayoutFact a : first.layouts()) {
            LayoutFact b = second.layout(a.name());
            Changes fields = Changes.between("fields", fields(a), b == null ? List.of() : fields(b));
            if (!fields.isEmpty()) {
                changes.add(new TreeDiff.LayoutChange(a.name(), a.place().fileName(), a.category(), fields));
            }
        }
        for (LayoutFact b : second.layouts()) {
            if (first.layout(b.name()) == null) {
                changes.add(new TreeDiff.LayoutChange(b.name(), b.place().fileName(), b.category(),
                        Changes.between("fields", List.of(), fields(b))));
            }
        }
        return changes;
    }

    /** The members of a structure. Those of the driver alone are compared by name and type, since their places are no ABI. */
    private static List<String> fields(LayoutFact layout) {
        boolean placed = !layout.category().equals("driver");
        List<String> fields = new ArrayList<>();
        for (FieldFact field : layout.fields()) {
            if (!placed && field.path().contains(".")) {
                continue;
            }
            String type = field.array() == null ? field.type() : field.array().elementType() + "[" + field.array().count() + "]";
            String bits = field.bits() == null ? "" : " bits " + field.bits().bitOffsetFromStart() + "+" + field.bits().bitSize();
            fields.add(field.path() + " " + type + (placed ? " at " + field.offset() + bits : ""));
        }
        return fields;
    }
}
