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
import org.zfcp4j.kernel.real.SpinLocks;
import org.zfcp4j.layout.Geometry;

/**
 * The default set, of half an hour on two processors and an hour on many. All combinations of threads, policies and numbers of buffers would run for hours; this runs
 * the two policies that matter most along each axis, and the others where they can be compared with them. The geometries are a
 * matrix of their own, and have to be asked for.
 */
final class Suite {
    private static final String REFILL = "\\.Refill(Claim|Post|Loop)\\.";
    /** Stands for as many as the machine suggests. */
    private static final List<Integer> THREADS = List.of();
    private static final List<Integer> FEW = List.of(1, 2);
    private static final List<Integer> ALONE = List.of(1);
    private static final List<Integer> CONTENDED = List.of(2);
    private static final String POLICY = "policy";
    private static final String SRBS = "srbs";
    private static final String BURST = "burst";
    /** Linux's, and the one that may gain by more than one missing buffer. */
    private static final List<String> COMPARED = List.of("add-unless", "claim-all");
    private static final List<String> OTHERS = List.of("check-then-dec", "cancel-at-close", "lock");
    private static final List<String> BURSTS = List.of("1", "8");
    private static final List<String> ONE = List.of("1");
    private static final List<String> DEFAULT_SRBS = List.of("auto");

    /** The architected geometry, and others that each change one thing, and one that changes what may help. */
    static final List<String> GEOMETRIES = List.of("", "stride=64", "stride=128", "stride=256", "sbals=256", "sbals=1024",
            "sbales=8", "sbales=32", "order=little", "placement=spread", "placement=huge", "coalesce=4", "siga=4", "siga=16",
            "stride=64,order=little");
    private static final List<String> GEOMETRY_OPTIONS = GEOMETRIES.stream().map(Suite::option).toList();

    /**
     * Benchmarks with values to run them with.
     *
     * @param pattern found in the name of the benchmark
     * @param threads numbers of threads
     * @param fixed values of parameters, for those that have them; of other parameters all values. Of policies, those that it knows
     * @param options of the virtual machine, each for processes of its own; none: those of this process
     */
    private record Choice(Pattern pattern, List<Integer> threads, Map<String, List<String>> fixed, List<String> options) {
        static Choice of(String pattern, List<Integer> threads, Map<String, List<String>> fixed) {
            return new Choice(Pattern.compile(pattern), threads, fixed, List.of());
        }

        /** Whether it is that of the geometries, which has to be asked for. */
        boolean isMatrix() {
            return options.equals(GEOMETRY_OPTIONS);
        }

        /** The options, a list for each set of processes. */
        List<List<String>> jvmOptions() {
            return options.isEmpty() ? List.of(List.of()) : options.stream().map(List::of).toList();
        }
    }

    private static final List<Choice> CHOICES = List.of(
            Choice.of(REFILL, THREADS, Map.of(POLICY, COMPARED, SRBS, DEFAULT_SRBS, BURST, BURSTS)),
            Choice.of(REFILL, FEW, Map.of(POLICY, OTHERS, SRBS, DEFAULT_SRBS, BURST, ONE)),
            Choice.of("\\.Refill(Post|Loop)\\.", CONTENDED, Map.of(POLICY, COMPARED, SRBS, List.of("64", "128"), BURST, ONE)),
            Choice.of("\\.RefillSides\\.", CONTENDED, Map.of(POLICY, COMPARED, SRBS, DEFAULT_SRBS, BURST, BURSTS)),
            new Choice(Pattern.compile("\\.RefillPost\\."), THREADS, Map.of(POLICY, List.of("add-unless"), SRBS, DEFAULT_SRBS, BURST, ONE),
                    List.of("-D" + SpinLocks.PROPERTY + "=" + SpinLocks.TICKET)),
            Choice.of("\\.Deficits(Post|Loop)\\.", THREADS, Map.of(POLICY, COMPARED, SRBS, DEFAULT_SRBS, BURST, BURSTS)),
            new Choice(Pattern.compile("\\.LayoutPost\\."), FEW, Map.of(), GEOMETRY_OPTIONS),
            new Choice(Pattern.compile("\\.LayoutSides\\."), CONTENDED, Map.of(), GEOMETRY_OPTIONS),
            new Choice(Pattern.compile("\\.Layout(RoundTrip|Io)\\."), ALONE, Map.of(), GEOMETRY_OPTIONS));

    private static final Choice OTHERWISE = Choice.of("", ALONE, Map.of());

    private Suite() {
    }

    /**
     * The cases to run, those next to each other that will be compared.
     *
     * @param entries all benchmarks there are
     * @param patterns one of which is to be found in the name; none stands for all but the geometries
     * @param threads  numbers of threads where the growth with them is measured
     */
    static List<Case> cases(Collection<BenchmarkListEntry> entries, List<Pattern> patterns, List<Integer> threads) {
        Set<Case> cases = new LinkedHashSet<>();
        for (BenchmarkListEntry entry : entries) {
            String name = entry.getUsername();
            if (!patterns.isEmpty() && patterns.stream().noneMatch(p -> p.matcher(name).find())) {
                continue;
            }
            List<Choice> chosen = CHOICES.stream().filter(c -> c.pattern.matcher(name).find()).toList();
            for (Choice choice : chosen.isEmpty() ? List.of(OTHERWISE) : chosen) {
                if (!choice.isMatrix() || !patterns.isEmpty()) {
                    cases.addAll(cases(entry, choice, threads));
                }
            }
        }
        return cases.stream().sorted(ORDER).toList();
    }

    /** Those that any of the cases has, in their order. */
    static List<String> geometries(Collection<Case> cases) {
        return GEOMETRIES.stream().filter(g -> cases.stream().anyMatch(c -> c.jvmOptions().contains(option(g)))).toList();
    }

    private static String option(String geometry) {
        return "-D" + Geometry.PROPERTY + "=" + geometry;
    }

    /** Methods vary fastest, so that Java and C of a case run within the same minute. */
    private static final Comparator<Case> ORDER = Comparator
            .<Case, String>comparing(c -> c.benchmark().substring(0, c.benchmark().lastIndexOf('.')))
            .thenComparing(c -> c.mode()).thenComparing(c -> c.parameters().toString()).thenComparingInt(Case::threads)
            .thenComparing(c -> c.jvmOptions().toString()).thenComparing(Case::benchmark);

    private static List<Case> cases(BenchmarkListEntry entry, Choice choice, List<Integer> growth) {
        List<SortedMap<String, String>> combinations = new ArrayList<>();
        combinations.add(new TreeMap<>());
        if (entry.getParams().hasValue()) {
            for (Map.Entry<String, String[]> parameter : entry.getParams().get().entrySet()) {
                combinations = times(combinations, parameter.getKey(), values(parameter.getKey(), parameter.getValue(), choice));
            }
        }
        List<Case> cases = new ArrayList<>();
        for (int threads : choice.threads.isEmpty() ? growth : choice.threads) {
            for (SortedMap<String, String> combination : combinations) {
                for (List<String> options : choice.jvmOptions()) {
                    cases.add(new Case(entry.getUsername(), entry.getMode(), threads, combination, options));
                }
            }
        }
        return cases;
    }

    private static List<String> values(String name, String[] declared, Choice choice) {
        List<String> known = List.of(declared);
        List<String> fixed = choice.fixed.getOrDefault(name, known);
        return name.equals(POLICY) ? fixed.stream().filter(known::contains).toList() : fixed;
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
