// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.c.CTree;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.compare.PortIndex;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.CaseGroup;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.Place;
import org.zfcp4j.parity.facts.SwitchFact;
import org.zfcp4j.parity.facts.TagUse;

/** What a diff of two trees says, on small facts, and on two trees of Linux if there are some. */
class TreeDifferTest {
    private static final PortIndex PORT = new PortIndex(level -> ClassFiles.of(
            Path.of(System.getProperty("zfcp4j.parity.classes", "target/classes")), level.label()));

    private static FunctionFacts function(String name, String body, String... calls) {
        return new FunctionFacts(name, new Place("drivers/s390/scsi/zfcp_fsf.c", 10), 10, 20, false, false, false, "", "int",
                List.of("adapter"), List.of("struct zfcp_adapter *"),
                Arrays.stream(calls).map(call -> new CallFact(call, 12, List.of())).toList(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), body);
    }

    private static FunctionFacts withTagAndCase(FunctionFacts f, String tag, String label) {
        return new FunctionFacts(f.name(), f.place(), f.nameLine(), f.endLine(), false, false, false, "", f.returnType(), f.paramNames(),
                f.paramTypes(), f.calls(), List.of(), List.of(label), List.of(), List.of(), List.of(), List.of(),
                List.of(new SwitchFact("x", 11, List.of(new CaseGroup(List.of(label), 12, List.of(), List.of(), List.of(), false)))),
                List.of(), List.of(new TagUse(tag, "f", 13, "tag")), f.body());
    }

    private static DriverFacts facts(int value, FunctionFacts... functions) {
        return new DriverFacts("1", List.of(functions), List.of(new ConstantFact("FSF_A", "macro",
                new Place("drivers/s390/scsi/zfcp_fsf.h", 1), BigInteger.valueOf(value), null, 4, true, "", -1, 0, List.of(), "required",
                List.of())), List.of(), List.of());
    }

    private static TreeDiff diff(DriverFacts first, DriverFacts second) {
        return TreeDiffer.diff(first, "1.0", second, "2.0", PORT);
    }

    @Test
    void functionsComeAndGo() {
        TreeDiff diff = diff(facts(1, function("zfcp_fsf_open_lun", "{ }"), function("zfcp_fsf_old", "{ }")),
                facts(1, function("zfcp_fsf_open_lun", "{ }"), function("zfcp_fsf_new", "{ }")));
        assertEquals(List.of("zfcp_fsf_old"), diff.functions("only first").stream().map(FunctionChange::name).toList());
        assertEquals(List.of("zfcp_fsf_new"), diff.functions("only second").stream().map(FunctionChange::name).toList());
        assertEquals(new TreeDiff.FileCount("zfcp_fsf.c", 1, 1, 0, 0, 1, 1), diff.files().get(0));
        assertEquals(List.of("not in the port"), diff.functions("only second").get(0).java());
        assertEquals(List.of(), diff.constants());
    }

    @Test
    void aChangedBodySaysWhatCameAndWentAndWhichMethodItTouches() {
        FunctionFacts before = withTagAndCase(function("zfcp_fsf_open_lun", "{ a -> b ; }", "f", "g"), "one", "FSF_A");
        FunctionFacts after = withTagAndCase(function("zfcp_fsf_open_lun", "{ a -> c ; }", "f", "h"), "two", "FSF_B");
        FunctionChange change = diff(facts(1, before), facts(1, after)).functions().get(0);
        assertEquals("changed", change.state());
        assertEquals(List.of(new Changes("calls", List.of("g"), List.of("h")), new Changes("tags", List.of("one"), List.of("two")),
                new Changes("constants", List.of("FSF_A"), List.of("FSF_B")), new Changes("fields", List.of("b"), List.of("c")),
                new Changes("cases", List.of("FSF_A"), List.of("FSF_B"))), change.changes());
        assertTrue(change.java().get(0).startsWith("OpenLun.openLun:"), change.java().toString());
    }

    @Test
    void aKernelWideRenameIsNamesOnly() {
        TreeDiff diff = diff(facts(1, function("zfcp_fsf_open_lun", "{ del_timer ( t ) ; }", "del_timer")),
                facts(1, function("zfcp_fsf_open_lun", "{ timer_delete ( t ) ; }", "timer_delete")));
        assertEquals("names only", diff.functions().get(0).state());
        assertEquals(1, diff.total("zfcp_").namesOnly());
    }

    @Test
    void wordsThatAreNeitherCallsNorFieldsAreShownAsText() {
        FunctionChange change = diff(facts(1, function("zfcp_fsf_open_lun", "{ int i ; }")),
                facts(1, function("zfcp_fsf_open_lun", "{ size_t i ; }"))).functions().get(0);
        assertEquals(List.of(new Changes("text", List.of("int"), List.of("size_t"))), change.changes());
    }

    @Test
    void constantsHaveBothValues() {
        assertEquals(List.of(new TreeDiff.ConstantChange("FSF_A", "zfcp_fsf.h", "0x1", "0x2")),
                diff(facts(1), facts(2)).constants());
    }

    /** {@code -Dzfcp4j.linux} is 5.10.198 and {@code -Dzfcp4j.linux.other} 7.1.5. */
    @Test
    void linux510And71DifferAsWasCounted() throws Exception {
        String linux = System.getProperty("zfcp4j.linux");
        String other = System.getProperty("zfcp4j.linux.other");
        assumeTrue(linux != null && other != null, "-Dzfcp4j.linux=DIR and -Dzfcp4j.linux.other=DIR name no kernel trees");
        DriverFacts first = CTree.open(Path.of(linux));
        DriverFacts second = CTree.open(Path.of(other));
        assumeTrue(first.version().equals("5.10.198") && second.version().equals("7.1.5"), "the trees are others");
        TreeDiff diff = TreeDiffer.diff(first, first.version(), second, second.version(), PORT);
        TreeDiff.FileCount zfcp = diff.total("zfcp_");
        assertEquals(List.of(418, 308, 110, 10, 10),
                List.of(zfcp.common(), zfcp.same(), zfcp.changed(), zfcp.onlyFirst(), zfcp.onlySecond()));
        assertTrue(zfcp.namesOnly() >= 68 && zfcp.namesOnly() <= 72, "names only: " + zfcp.namesOnly());
        List<String> erp = diff.functions().stream().filter(f -> f.file().equals("zfcp_erp.c")).map(FunctionChange::state).toList();
        assertEquals(List.of("names only", "names only"), erp);
        TreeDiff.FileCount qdio = diff.total("qdio");
        assertEquals(List.of(107, 81), List.of(qdio.common() + qdio.onlyFirst(), qdio.common() + qdio.onlySecond()));
    }
}
