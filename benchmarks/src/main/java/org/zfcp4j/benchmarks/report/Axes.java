// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can vary between measurements of a class: the number of threads, and the parameters. */
final class Axes {
    static final String THREADS = "threads";
    static final String POLICY = "policy";
    static final String GEOMETRY = "geometry";
    /** The kind of spin locks; absent for the usual one. */
    static final String LOCK = "lock";

    /** Numbers by value and before words; words as they are. */
    static final Comparator<String> ORDER = Comparator.<String>comparingDouble(Axes::number)
            .thenComparing(Comparator.naturalOrder());

    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    private Axes() {
    }

    private static double number(String value) {
        return value.matches(NUMBER) ? Double.parseDouble(value) : Double.MAX_VALUE;
    }

    /** The different values on an axis, in order. */
    static List<String> values(List<Measurement> measurements, String axis) {
        TreeSet<String> values = new TreeSet<>(ORDER);
        for (Measurement m : measurements) {
            if (m.coordinate(axis) != null) {
                values.add(m.coordinate(axis));
            }
        }
        return List.copyOf(values);
    }

    /** Threads and those parameters that have at least two values; the policy is no axis, but a choice. */
    static List<String> varying(List<Measurement> measurements) {
        List<String> axes = new ArrayList<>();
        axes.add(THREADS);
        measurements.stream().flatMap(m -> m.parameters().keySet().stream()).distinct().sorted()
                .filter(axis -> !axis.equals(POLICY)).forEach(axes::add);
        axes.removeIf(axis -> values(measurements, axis).size() < 2);
        return axes;
    }

    static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String threads(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    /** The same for display: {@code srbs 16, 2 threads}. */
    static String words(Map<String, String> coordinates) {
        return coordinates.entrySet().stream()
                .map(e -> e.getKey().equals(THREADS) ? threads(Integer.parseInt(e.getValue())) : e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
