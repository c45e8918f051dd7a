// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * The chosen set. All combinations of threads, policies and numbers of buffers would run for hours; this runs along each axis
 * from a common point.
 */
final class Suite {
    private static final String REFILL = "\\.Refill(Claim|Post|Loop)\\.";
    private static final List<Integer> THREADS = List.of(1, 2, 4, 8);
    private static final List<Integer> ALONE = List.of(1);
    private static final List<Integer> CONTENDED = List.of(2);
    private static final String SRBS = "srbs";
    private static final String BURST = "burst";

    /**
     * Benchmarks with values to run them with.
     *
     * @param pattern found in the name of the benchmark
     * @param threads numbers of threads
     * @param fixed values of parameters, for those that have them; of other parameters all values
     */
    private record Choice(Pattern pattern, List<Integer> threads, Map<String, List<String>> fixed) {
        static Choice of(String pattern, List<Integer> threads, Map<String, List<String>> fixed) {
            return new Choice(Pattern.compile(pattern), threads, fixed);
        }
    }

    private static final List<Choice> CHOICES = List.of(
            Choice.of(REFILL, THREADS, Map.of(SRBS, List.of("16"), BURST, List.of("1"))),
            Choice.of(REFILL, CONTENDED, Map.of(SRBS, List.of("16", "64", "128"), BURST, List.of("1"))),
            Choice.of(REFILL, CONTENDED, Map.of(SRBS, List.of("16"), BURST, List.of("1", "4", "16"))));

    private static final Choice OTHERWISE = Choice.of("", ALONE, Map.of());

    private Suite() {
    }

    /**
     * The cases to run, those next to each other that will be compared.
     *
     * @param entries all benchmarks there are
     * @param patterns one of which is to be found in the name; none stands for all
     */
    static List<Case> cases(Collection<BenchmarkListEntry> entries, List<Pattern> patterns) {
        Set<Case> cases = new LinkedHashSet<>();
        for (BenchmarkListEntry entry : entries) {
            String name = entry.getUsername();
            if (!patterns.isEmpty() && patterns.stream().noneMatch(p -> p.matcher(name).find())) {
                continue;
            }
            List<Choice> chosen = CHOICES.stream().filter(c -> c.pattern.matcher(name).find()).toList();
            for (Choice choice : chosen.isEmpty() ? List.of(OTHERWISE) : chosen) {
                cases.addAll(cases(entry, choice));
            }
        }
        return cases.stream().sorted(ORDER).toList();
    }

    /** Methods vary fastest, so that Java and C of a case run within the same minute. */
    private static final Comparator<Case> ORDER = Comparator
            .<Case, String>comparing(c -> c.benchmark().substring(0, c.benchmark().lastIndexOf('.')))
            .thenComparing(c -> c.mode()).thenComparing(c -> c.parameters().toString()).thenComparingInt(Case::threads)
            .thenComparing(c -> c.jvmOptions().toString()).thenComparing(Case::benchmark);

    private static List<Case> cases(BenchmarkListEntry entry, Choice choice) {
        List<SortedMap<String, String>> combinations = new ArrayList<>();
        combinations.add(new TreeMap<>());
        if (entry.getParams().hasValue()) {
            for (Map.Entry<String, String[]> parameter : entry.getParams().get().entrySet()) {
                combinations = times(combinations, parameter.getKey(),
                        choice.fixed.getOrDefault(parameter.getKey(), List.of(parameter.getValue())));
            }
        }
        List<Case> cases = new ArrayList<>();
        for (int threads : choice.threads) {
            for (SortedMap<String, String> combination : combinations) {
                cases.add(new Case(entry.getUsername(), entry.getMode(), threads, combination, List.of()));
            }
        }
        return cases;
    }

    private static List<SortedMap<String, String>> times(List<SortedMap<String, String>> combinations, String name,
                                                         List<String> values) {
        List<SortedMap<String, String>> product = new ArrayList<>();
        for (SortedMap<String, String> combination : combinations) {
            for (String value : values) {
                SortedMap<String, String> extended = new TreeMap<>(combination);
                extended.put(name, value);
                product.add(extended);
            }
        }
        return product;
    }
}
