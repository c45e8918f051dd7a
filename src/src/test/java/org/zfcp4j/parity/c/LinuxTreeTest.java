// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FactsFile;
import org.zfcp4j.parity.facts.FieldFact;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LayoutFact;
import org.zfcp4j.parity.facts.TagFact;

/**
 * The facts out of a tree of Linux 5.10.198 are those of the fact files, which a compiler and its debug information confirm:
 * {@code -Dzfcp4j.linux=DIR} names the tree. Each kind of fact says how many agree, and each difference has its reason.
 */
class LinuxTreeTest {
    private static final String TREE = System.getProperty("zfcp4j.linux", "");
    private static final String VERSION = "5.10.198";

    private static DriverFacts tree;
    private static DriverFacts files;

    @BeforeAll
    static void read() throws Exception {
        assumeTrue(!TREE.isEmpty(), "no tree of Linux is given: -Dzfcp4j.linux=DIR");
        tree = CTree.open(Path.of(TREE));
        assumeTrue(tree.version().equals(VERSION), "the facts are those of " + VERSION + ", the tree is " + tree.version());
        try (BufferedReader tags = new BufferedReader(resource("/facts/tags.csv"))) {
            files = new DriverFacts(VERSION, FactsFile.functions(json("/facts/functions.json.gz")),
                    FactsFile.constants(json("/facts/constants.json")), FactsFile.layouts(json("/facts/layouts.json")),
                    FactsFile.tags(tags));
        }
    }

    private static Reader resource(String name) throws IOException {
        InputStream in = Objects.requireNonNull(LinuxTreeTest.class.getResourceAsStream(name), name);
        return new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
    }

    private static JsonObject json(String name) throws IOException {
        try (Reader in = resource(name)) {
            return Json.parse(in).asObject();
        }
    }

    /** Compares one aspect of things that have names. */
    private static final class Agreement<T> {
        private final String kind;
        private final Map<String, T> expected = new LinkedHashMap<>();
        private final Map<String, T> found = new LinkedHashMap<>();
        private final Map<String, Set<String>> differences = new TreeMap<>();

        Agreement(String kind, Collection<T> expected, Collection<T> found, Function<T, String> name) {
            this.kind = kind;
            expected.forEach(each -> this.expected.put(name.apply(each), each));
            found.forEach(each -> this.found.put(name.apply(each), each));
            Set<String> names = new TreeSet<>(this.expected.keySet());
            names.addAll(this.found.keySet());
            for (String each : names) {
                if (!this.found.containsKey(each) || !this.expected.containsKey(each)) {
                    note(each, this.expected.containsKey(each) ? "missing" : "extra");
                }
            }
        }

        private void note(String name, String aspect) {
            differences.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(aspect);
        }

        Agreement<T> on(String aspect, Function<T, Object> value) {
            return on(aspect, (expectation, other) -> Objects.equals(value.apply(expectation), value.apply(other)));
        }

        Agreement<T> on(String aspect, BiFunction<T, T, Boolean> same) {
            expected.forEach((name, expectation) -> {
                T other = found.get(name);
                if (other != null && !same.apply(expectation, other)) {
                    note(name, aspect);
                }
            });
            return this;
        }

        /** All agree but those that are explained: for each reason, the things with their aspects. */
        void isExplainedBy(Map<String, List<String>> reasons) {
            Set<String> explained = new TreeSet<>();
            reasons.values().forEach(explained::addAll);
            Set<String> actual = new TreeSet<>();
            differences.forEach((name, aspects) -> aspects.forEach(aspect -> actual.add(name + " " + aspect)));
            long differing = differences.keySet().stream().filter(expected::containsKey).count();
            System.out.println(kind + ": " + (expected.size() - differing) + " of " + expected.size() + " agree");
            reasons.forEach((reason, names) -> System.out.println("  " + names.size() + " differ: " + reason));
            assertEquals(String.join("\n", explained), String.join("\n", actual), kind);
        }
    }

    private static <T> List<Object> lines(List<T> list, Function<T, Object> line) {
        return new ArrayList<>(list.stream().map(line).toList());
    }

    private static Agreement<FunctionFacts> functions(String kind) {
        return new Agreement<>(kind, files.functions(), tree.functions(), FunctionFacts::key);
    }

    @Test
    void headsOfFunctions() {
        functions("heads of functions").on("place", FunctionFacts::place).on("line of the name", FunctionFacts::nameLine)
                .on("last line", FunctionFacts::endLine).on("static", FunctionFacts::isStatic).on("inline", FunctionFacts::inline)
                .on("exported", FunctionFacts::exported).on("macro", FunctionFacts::generatedBy)
                .on("parameters", FunctionFacts::paramNames).isExplainedBy(Map.of());
        assertEquals(535, tree.functions().size());
    }

    @Test
    void orderedCallsWithTheirLines() {
        functions("calls of functions").on("calls", f -> lines(f.calls(), call -> call.callee() + ":" + call.line()))
                .isExplainedBy(Map.of());
        assertEquals(3010, tree.functions().stream().mapToInt(f -> f.calls().size()).sum());
    }

    @Test
    void functionsThatAreNamedWithoutACall() {
        functions("functions passed by name").on("references", FunctionFacts::functionRefs)
                .isExplainedBy(Map.of("the tag of a structure has the name of a function, and the files do not tell them apart",
                        List.of("zfcp_dbf.c:zfcp_dbf_adapter_register references", "zfcp_dbf.c:zfcp_dbf_san references")));
    }

    @Test
    void locks() {
        functions("lock operations of functions").on("locks", FunctionFacts::locks)
                .isExplainedBy(Map.of("the files lack rwlock_init", List.of("zfcp_aux.c:zfcp_adapter_enqueue locks",
                        "zfcp_aux.c:zfcp_port_enqueue locks")));
    }

    @Test
    void atomics() {
        functions("atomic operations of functions").on("atomics", FunctionFacts::atomics)
                .isExplainedBy(Map.of("the files lack xchg and atomic_cmpxchg", List.of("qdio_thinint.c:clear_shared_ind atomics",
                        "qdio_thinint.c:get_indicator atomics", "qdio_thinint.c:tiqdio_call_inq_handlers atomics")));
    }

    @Test
    void assignmentsToStatusWords() {
        functions("status assignments of functions").on("status", FunctionFacts::statusAssignments).isExplainedBy(Map.of());
    }

    /** The table leaves out members of the QTCB, array elements, what is passed to fc_remote_port_add, and the remainder operator. */
    private static boolean inTable(AssignmentFact assignment) {
        String target = assignment.target();
        return !target.contains("qtcb->") && !target.endsWith("]") && !target.startsWith("ids.") && !assignment.op().equals("%=");
    }

    @Test
    void assignmentsToMembers() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        for (String[] column : table("/facts/assignments.csv.gz")) {
            expected.computeIfAbsent(column[0], key -> new ArrayList<>()).add(column[1] + " " + column[2]);
        }
        Map<String, List<String>> found = new TreeMap<>();
        tree.functions().stream().filter(f -> expected.containsKey(f.key())).forEach(f -> found.put(f.key(),
                f.assignments().stream().filter(LinuxTreeTest::inTable).map(a -> a.line() + " " + a.member()).toList()));
        show(expected, found);
        new Agreement<>("assignments of functions", expected.entrySet(), found.entrySet(), Map.Entry::getKey)
                .on("assignments", Map.Entry::getValue).isExplainedBy(Map.of());
    }

    @Test
    void usesOfConstants() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        for (String[] column : table("/facts/constant-uses.csv.gz")) {
            expected.computeIfAbsent(column[0], key -> new ArrayList<>()).add(String.join(" ", List.of(column).subList(1, 6)));
        }
        Map<String, List<String>> found = new TreeMap<>();
        tree.functions().stream().filter(f -> expected.containsKey(f.key())).forEach(f -> found.put(f.key(), f.constantUses().stream()
                .map(use -> use.line() + " " + use.names() + " " + use.argumentOf() + " "
                        + (use.callLine() == 0 ? "" : String.valueOf(use.callLine())) + " " + (use.mask() ? "1" : "0"))
                .toList()));
        Agreement<Map.Entry<String, List<String>>> agreement = new Agreement<>("uses of constants in functions", expected.entrySet(),
                found.entrySet(), Map.Entry::getKey);
        show(expected, found);
        agreement.on("uses", Map.Entry::getValue).isExplainedBy(Map.of());
    }

    private static void show(Map<String, List<String>> expected, Map<String, List<String>> found) {
        if (Boolean.getBoolean("zfcp4j.differences")) {
            expected.forEach((key, uses) -> {
                if (!uses.equals(found.get(key))) {
                    List<String> more = new ArrayList<>(found.get(key));
                    List<String> less = new ArrayList<>(uses);
                    more.removeAll(uses);
                    less.removeAll(found.get(key));
                    System.out.println("DIFF " + key + " files " + less + " tree " + more);
                }
            });
        }
    }

    private static List<String[]> table(String name) throws IOException {
        try (BufferedReader in = new BufferedReader(resource(name))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    @Test
    void constantsThatFunctionsName() {
        functions("constants of functions").on("constants", FunctionFacts::constants).isExplainedBy(Map.of());
    }

    @Test
    void switchesWithTheirGroups() {
        functions("switches of functions").on("switches", FunctionFacts::switches).isExplainedBy(Map.of());
        assertEquals(60, tree.functions().stream().mapToInt(f -> f.switches().size()).sum());
    }

    @Test
    void returns() {
        functions("return values of functions").on("returns", FunctionFacts::returns).isExplainedBy(Map.of());
    }

    @Test
    void constants() {
        new Agreement<>("constants", files.constants(), tree.constants(), ConstantFact::name).on("kind", ConstantFact::kind)
                .on("file", constant -> constant.place().file()).on("line", constant -> constant.place().line())
                .on("value", ConstantFact::value).on("text", ConstantFact::text).on("size", ConstantFact::size)
                .on("signed", ConstantFact::signed).on("enumeration", ConstantFact::enumName).on("order", ConstantFact::order)
                .on("parameters", ConstantFact::parameters).on("group", ConstantFact::group)
                .on("depends on", constant -> new TreeSet<>(constant.dependsOn()))
                .on("used in", constant -> new TreeSet<>(constant.usedIn()))
                .isExplainedBy(Map.of("the files name the first definition in the text, which belongs to another configuration",
                        List.of("DECLARE_COMPLETION_ONSTACK line", "MODULE_DEVICE_TABLE line", "THIS_MODULE line")));
        assertEquals(1647, tree.constants().size());
    }

    private static List<LayoutFact> ofDriver(DriverFacts facts, boolean driver) {
        return facts.layouts().stream().filter(layout -> layout.category().equals("driver") == driver).toList();
    }

    private static Agreement<LayoutFact> layouts(String kind, boolean driver) {
        return new Agreement<>(kind, ofDriver(files, driver), ofDriver(tree, driver), LayoutFact::name).on("tag", LayoutFact::tag)
                .on("place", LayoutFact::place).on("category", LayoutFact::category)
                .on("members", layout -> lines(layout.fields(), FieldFact::path));
    }

    @Test
    void layoutsOfHardwareWireTraceAndUserSpace() {
        layouts("layouts", false).on("size", LayoutFact::size).on("alignment", LayoutFact::align).on("fields", LayoutFact::fields)
                .on("stated alignment", LayoutFact::explicitAlign).on("gaps", LayoutFact::gaps).on("packed", LayoutFact::packed)
                .isExplainedBy(Map.of("declared packed as PACKED or __packed__, which the files do not look for; sizes and offsets agree",
                        List.of("fc_els_adisc packed", "fc_els_flogi packed", "fc_ns_rff_id packed", "fc_ns_rn_id packed",
                                "fc_ns_rsnn packed", "fc_ns_rspn packed", "fc_ssb packed")));
        assertEquals(174, ofDriver(tree, false).size());
    }

    /** The sizes of the kernel's objects depend on its configuration; that of the files is another. */
    @Test
    void structuresOfTheDriver() {
        layouts("structures of the driver", true).on("packed", LayoutFact::packed).on("kinds", layout -> lines(layout.fields(),
                field -> field.kind() + " " + field.type())).isExplainedBy(Map.of());
        assertEquals(40, ofDriver(tree, true).size());
    }

    @Test
    void tags() {
        new Agreement<>("tags", files.tags(), tree.tags(),
                tag -> String.join(" ", tag.place().toString(), tag.function(), tag.tag(), tag.callee()))
                        .on("kind", TagFact::kind).on("record", TagFact::recordedAs).on("area", TagFact::area)
                        .on("level", TagFact::level).on("record id", TagFact::recordId).on("action", TagFact::erpWant)
                        .isExplainedBy(Map.of());
        functions("tags of functions").on("tags", FunctionFacts::tags).isExplainedBy(Map.of());
        assertTrue(tree.tags().size() == 157, "tags: " + tree.tags().size());
    }
}
