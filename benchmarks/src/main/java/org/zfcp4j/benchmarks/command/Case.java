// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.zfcp4j.layout.Geometry;

/**
 * One thing to measure: a benchmark method with all its parameters settled.
 *
 * @param benchmark class and method, with the package
 * @param mode throughput, average time, ...
 * @param threads that run it
 * @param parameters values of its {@code @Param} fields
 * @param jvmOptions further options of the virtual machine
 */
record Case(String benchmark, Mode mode, int threads, SortedMap<String, String> parameters, List<String> jvmOptions) {
    private static final String GEOMETRY = "-D" + Geometry.PROPERTY + "=";
    private static final Pattern COUNTS = Pattern.compile("\\.Deficits(Post|Loop)\\.");

    /** Whether its counters are what matters, and not its score. */
    boolean counts() {
        return COUNTS.matcher(benchmark).find();
    }

    /** Whether it measures the C reference. */
    boolean isReference() {
        return benchmark.endsWith(".reference");
    }

    /** @param further options of the virtual machine, for all cases alike */
    ChainedOptionsBuilder apply(ChainedOptionsBuilder options, List<String> further) {
        ChainedOptionsBuilder applied = options.include("^" + Pattern.quote(benchmark) + "$").mode(mode).threads(threads);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            applied = applied.param(parameter.getKey(), parameter.getValue());
        }
        // Appended ones would take the place of those that the benchmark itself appends.
        return applied.jvmArgsPrepend(Stream.concat(jvmOptions.stream(), further.stream()).toArray(String[]::new));
    }

    private static String geometry(String option) {
        String named = option.substring(GEOMETRY.length());
        return named.isEmpty() ? Geometry.ARCHITECTED.toString() : named;
    }

    /** For instance {@code RefillPost.port policy=add-unless srbs=16 threads=2}. */
    @Override
    public String toString() {
        String[] parts = benchmark.split("\\.");
        StringBuilder text = new StringBuilder(parts[parts.length - 2]).append('.').append(parts[parts.length - 1]);
        parameters.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
        text.append(" threads=").append(threads);
        jvmOptions.forEach(option -> text.append(' ').append(option.startsWith(GEOMETRY) ? geometry(option) : option.replaceFirst("^-Dzfcp4j\\.", "")));
        return text.toString();
    }
}
