// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cores of a machine that this process may use, one hardware thread each.
 *
 * @param packages the one with the most cores first
 */
record Topology(List<List<Integer>> packages) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path SYSTEM = Path.of("/sys/devices/system/cpu");
    private static final String ALLOWED = "Cpus_allowed_list:";

    /** That of this machine. */
    static Topology ofSystem() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(ALLOWED)) {
                return read(parse(line.substring(ALLOWED.length())), SYSTEM);
            }
        }
        throw new IOException(STATUS + " has no " + ALLOWED);
    }

    /** What a directory like {@code /sys/devices/system/cpu} says of some processors. */
    static Topology read(SortedSet<Integer> allowed, Path system) throws IOException {
        Map<String, List<Integer>> packages = new TreeMap<>();
        SortedSet<Integer> siblingsSeen = new TreeSet<>();
        for (int cpu : allowed) {
            Path of = system.resolve("cpu" + cpu).resolve("topology");
            if (siblingsSeen.add(cpu)) {
                siblingsSeen.addAll(parse(Files.readString(of.resolve("thread_siblings_list"))));
                packages.computeIfAbsent(Files.readString(of.resolve("physical_package_id")).strip(), p -> new ArrayList<>()).add(cpu);
            }
        }
        return new Topology(packages.values().stream().sorted(Comparator.comparingInt((List<Integer> cores) -> cores.size()).reversed())
                .toList());
    }

    /** One of a single package, of the processors that the user names. */
    static Topology of(SortedSet<Integer> cpus) {
        return new Topology(List.of(List.copyOf(cpus)));
    }

    /** A list as the kernel writes it: {@code 0-3,8}. */
    static SortedSet<Integer> parse(String list) {
        SortedSet<Integer> cpus = new TreeSet<>();
        for (String range : list.strip().split(",")) {
            String[] ends = range.split("-");
            for (int cpu = Integer.parseInt(ends[0]); cpu <= Integer.parseInt(ends[ends.length - 1]); cpu++) {
                cpus.add(cpu);
            }
        }
        return cpus;
    }

    /** All cores, package by package: the order in which threads are placed. */
    List<Integer> cores() {
        return packages.stream().flatMap(List::stream).toList();
    }

    /**
     * Numbers of threads to measure with: 1, 2, 4 and so on up to the cores of a package, all packages, and twice as many as there are
     * cores, which is more than can run at a time.
     */
    List<Integer> threads() {
        int package1 = packages.isEmpty() ? 1 : packages.get(0).size();
        int all = Math.max(1, cores().size());
        SortedSet<Integer> threads = new TreeSet<>();
        for (int n = 1; n < package1; n *= 2) {
            threads.add(n);
        }
        threads.addAll(List.of(package1, all, 2 * all));
        return List.copyOf(threads);
    }
}
