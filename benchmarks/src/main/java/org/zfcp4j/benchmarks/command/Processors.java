// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The processors to measure on: one hardware thread of each core of one package, so that threads neither share a core nor move
 * to another package. This process is bound to them with taskset, and what it starts inherits that.
 */
final class Processors {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path TOPOLOGY = Path.of("/sys/devices/system/cpu");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Processors() {
    }

    /** Binds this process and its threads; returns what was done, in words. */
    static String pin() {
        try {
            List<Integer> chosen = choose(allowed(), TOPOLOGY);
            if (chosen.size() < 2) {
                return "no: one processor is all there is";
            }
            String list = chosen.stream().map(String::valueOf).collect(Collectors.joining(","));
            String pid = Long.toString(ProcessHandle.current().pid());
            return Shell.output(List.of("taskset", "-a", "-c", "-p", list, pid)) == null ? "no: there is no taskset"
                    : "to processors " + list + ", one for each core of a package";
        } catch (IOException | NumberFormatException e) {
            return "no: this system does not tell its processors";
        }
    }

    private static SortedSet<Integer> allowed() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(ALLOWED)) {
                return parse(line.substring(ALLOWED.length()));
            }
        }
        throw new IOException(STATUS + " has no " + ALLOWED);
    }

    /** The first hardware thread of each core in the package that has the most of them. */
    static List<Integer> choose(SortedSet<Integer> allowed, Path topology) throws IOException {
        Map<String, List<Integer>> packages = new TreeMap<>();
        SortedSet<Integer> siblingsSeen = new TreeSet<>();
        for (int cpu : allowed) {
            Path of = topology.resolve("cpu" + cpu).resolve("topology");
            if (siblingsSeen.add(cpu)) {
                siblingsSeen.addAll(parse(Files.readString(of.resolve("thread_siblings_list"))));
                packages.computeIfAbsent(Files.readString(of.resolve("physical_package_id")).strip(), p -> new ArrayList<>()).add(cpu);
            }
        }
        List<Integer> most = List.of();
        for (List<Integer> cpus : packages.values()) {
            most = cpus.size() > most.size() ? cpus : most;
        }
        return most;
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
}
