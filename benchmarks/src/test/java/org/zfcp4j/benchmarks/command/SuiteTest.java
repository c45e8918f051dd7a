// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Optional;

class SuiteTest {
    private static final Map<String, String[]> REFILL =
            new TreeMap<>(Map.of("policy", new String[] {"add-unless", "claim-all", "check-then-dec"}, "srbs", new String[] {"16"}, "burst", new String[] {"1"}));

    private static final List<Integer> THREADS = List.of(1, 2, 4, 8);

    private static BenchmarkListEntry entry(String name, Map<String, String[]> parameters) {
        return new BenchmarkListEntry(name.substring(0, name.lastIndexOf('.')), "generated." + name,
                name.substring(name.lastIndexOf('.') + 1), Mode.Throughput, Optional.none(), new int[] {1}, Optional.none(),
                Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(),
                Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(),
                parameters == null ? Optional.none() : Optional.of(parameters), Optional.none(), Optional.none(), Optional.none());
    }

    private static final List<BenchmarkListEntry> ENTRIES = List.of(entry("p.RefillPost.port", REFILL),
            entry("p.RefillPost.reference", REFILL), entry("p.Bindings.jni", null));

    @Test
    void refillRunsAlongEachAxisFromACommonPointAndOthersOnce() {
        List<Case> cases = Suite.cases(ENTRIES, List.of(), THREADS);
        // For each of 2 methods: 2 policies by 4 numbers of threads and 2 bursts, and 2 more numbers of buffers; another policy twice; and a policy
        // with other locks by 4 numbers of threads.
        assertEquals(2 * (2 * (4 * 2 + 2) + 2 + 4) + 1, cases.size());
        assertEquals(cases.size(), cases.stream().distinct().count());
        assertEquals("Bindings.jni threads=1", cases.get(0).toString());
    }

    @Test
    void javaAndCOfACaseRunOneAfterTheOther() {
        List<Case> cases = Suite.cases(ENTRIES, List.of(Pattern.compile("Refill")), THREADS);
        for (int i = 0; i < cases.size(); i += 2) {
            assertTrue(cases.get(i).benchmark().endsWith(".port"));
            assertEquals(cases.get(i).toString().replace(".port", ".reference"), cases.get(i + 1).toString());
        }
    }

    @Test
    void theChosenSetTakesLessThanAnHour() {
        List<Case> cases = Suite.cases(BenchmarkList.defaultList().getAll(new QuietFormat(null), List.of()), List.of(), THREADS);
        double minutes = SuiteRun.plannedMillis(Settings.SOUND, cases) / 60e3;
        assertTrue(minutes > 30 && minutes < 55, minutes + " minutes for " + cases.size() + " cases");
    }

    @Test
    void geometriesHaveToBeAskedFor() {
        List<BenchmarkListEntry> layout = List.of(entry("p.LayoutPost.post", null));
        assertEquals(0, Suite.cases(layout, List.of(), THREADS).size());
        List<Case> cases = Suite.cases(layout, List.of(Pattern.compile("layout", Pattern.CASE_INSENSITIVE)), THREADS);
        assertEquals("LayoutPost.post threads=1 architected", cases.get(0).toString());
        assertTrue(cases.stream().anyMatch(c -> c.jvmOptions().equals(List.of("-Dzfcp4j.geometry=stride=64"))), cases.toString());
    }

    @Test
    void aPatternChooses() {
        assertEquals(1, Suite.cases(ENTRIES, List.of(Pattern.compile("bindings", Pattern.CASE_INSENSITIVE)), THREADS).size());
        assertEquals(0, Suite.cases(ENTRIES, List.of(Pattern.compile("nothing")), THREADS).size());
    }
}
