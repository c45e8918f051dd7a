// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measurements of a class along one axis, everything else but method and policy being fixed.
 *
 * @param axis its name
 * @param categories its values, in order
 * @param fixed the values on the other axes
 * @param measurements those that lie on it
 */
record Slice(String axis, List<String> categories, SortedMap<String, String> fixed, List<Measurement> measurements) {
    private static final String CONTENDED = "2";
    private static final int SHOWN = 3;

    /**
     * What to draw: slices with the most values on the axis, and the most measurements among those. Along the threads several of them,
     * since how a burst changes the growth is what is asked; along another axis one, with two threads if there is such a one, where contention
     * begins.
     */
    static List<Slice> along(String axis, List<Measurement> all) {
        Map<SortedMap<String, String>, Slice> slices = new LinkedHashMap<>();
        for (Measurement m : all) {
            if (m.coordinate(axis) != null) {
                slices.computeIfAbsent(m.coordinatesWithout(List.of(axis, Axes.POLICY)), fixed -> of(axis, fixed, all));
            }
        }
        int most = slices.values().stream().mapToInt(s -> s.categories.size()).max().orElseThrow();
        List<Slice> longest = slices.values().stream().filter(s -> s.categories.size() == most)
                .sorted(Comparator.<Slice>comparingInt(s -> -s.measurements.size())
                        .thenComparing(s -> !CONTENDED.equals(s.fixed.get(Axes.THREADS)))
                        .thenComparing(s -> String.join(" ", s.fixed.values()), Axes.ORDER)).toList();
        return longest.subList(0, Math.min(axis.equals(Axes.THREADS) ? SHOWN : 1, longest.size()));
    }

    private static Slice of(String axis, SortedMap<String, String> fixed, List<Measurement> all) {
        List<Measurement> on = all.stream()
                .filter(m -> m.coordinate(axis) != null && m.coordinatesWithout(List.of(axis, Axes.POLICY)).equals(fixed)).toList();
        return new Slice(axis, Axes.values(on, axis), fixed, on);
    }

    /** The measurement of a method and policy in a category; null if there is none. A null policy stands for none. */
    Measurement at(String method, String policy, int category) {
        for (Measurement m : measurements) {
            if (m.method().equals(method) && Objects.equals(m.coordinate(Axes.POLICY), policy)
                    && m.coordinate(axis).equals(categories.get(category))) {
                return m;
            }
        }
        return null;
    }

    /** At how many categories a policy was measured. */
    int points(String policy) {
        return (int) measurements.stream().filter(m -> policy.equals(m.coordinate(Axes.POLICY))).map(m -> m.coordinate(axis)).distinct()
                .count();
    }

    /** A line of one method and policy. */
    Series scores(String name, int colour, String method, String policy) {
        SortedMap<Integer, Interval> points = new TreeMap<>();
        for (int i = 0; i < categories.size(); i++) {
            Measurement m = at(method, policy, i);
            if (m != null) {
                points.put(i, m.interval());
            }
        }
        return new Series(name, colour, points);
    }

    /** How many times as fast one method and policy is as another one. */
    Series speeds(String name, int colour, String method, String policy, String otherMethod, String otherPolicy) {
        SortedMap<Integer, Interval> points = new TreeMap<>();
        for (int i = 0; i < categories.size(); i++) {
            Measurement m = at(method, policy, i);
            Measurement other = at(otherMethod, otherPolicy, i);
            if (m != null && other != null) {
                points.put(i, m.speedOver(other));
            }
        }
        return new Series(name, colour, points);
    }

    /** Where it lies, for a caption: {@code srbs 16}. */
    String place() {
        return fixed.isEmpty() ? "" : " (" + Axes.words(fixed) + ")";
    }

    /** A point on the axis, for a sentence: {@code 2 threads}. */
    String point(int category) {
        String words = Axes.words(Map.of(axis, categories.get(category)));
        return isOversubscribed(category) ? words + " (oversubscribed)" : words;
    }

    /** Throughput by number of threads, as far as each thread had a core; empty along another axis. */
    List<Scalability.Point> scaling(String method, String policy) {
        List<Scalability.Point> points = new ArrayList<>();
        for (int i = 0; axis.equals(Axes.THREADS) && i < categories.size(); i++) {
            Measurement m = at(method, policy, i);
            if (m != null && m.isRate() && !isOversubscribed(i)) {
                points.add(new Scalability.Point(m.threads(), m.interval()));
            }
        }
        return points;
    }

    /** Whether the threads of that category had to share cores. */
    boolean isOversubscribed(int category) {
        return axis.equals(Axes.THREADS) && measurements.stream()
                .anyMatch(m -> m.isOversubscribed() && m.coordinate(axis).equals(categories.get(category)));
    }
}
