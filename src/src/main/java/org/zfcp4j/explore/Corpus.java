// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.zfcp4j.checked.Branches;
import org.zfcp4j.kernel.virtual.Draws;

/** Executions that have covered something that none before had. */
final class Corpus {
    /**
     * One of them.
     *
     * @param draws of its program
     * @param choices its schedule
     */
    record Kept(Draws draws, int[] choices) {
    }

    private final List<Kept> kept = new ArrayList<>();
    private final Set<Object> covered = new HashSet<>();

    boolean isEmpty() {
        return kept.isEmpty();
    }

    Kept any(RandomNumbers random) {
        return kept.get(random.below(kept.size()));
    }

    /** What all executions have covered. */
    Covered covered() {
        List<String> places = Branches.places();
        List<String> missed = IntStream.range(0, places.size()).filter(way -> !covered.contains(way)).mapToObj(places::get).sorted().toList();
        return new Covered(count(Coverage.Pair.class), count(TraceShape.class), places.size(), missed);
    }

    private int count(Class<?> type) {
        return (int) covered.stream().filter(type::isInstance).count();
    }

    /** Keeps an execution if it has covered something new. */
    void add(Coverage coverage, Execution execution) {
        if (coverage.addTo(covered) > 0) {
            kept.add(new Kept(execution.draws(), execution.result().schedule().choices()));
        }
    }
}
