// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zfcp4j.parity.code.Events;

/** What turns the sequence that the port expects of C into the one that C has. */
final class SequenceDifferences {
    /** A step that only C has, or only the port, or both with other arguments or at another place. */
    record Change(String kind, Event c, Event java) {
    }

    private SequenceDifferences() {
    }

    static List<String> texts(List<Event> events) {
        return events.stream().map(Event::text).toList();
    }

    /**
     * The sequence that C must have, given that of the port and what is explained as different; null if the explanation does not fit
     * the port.
     */
    static List<Event> expected(List<Event> java, String explained) {
        Map<Integer, String> onlyC = new HashMap<>();
        Map<Integer, String> onlyJava = new HashMap<>();
        for (String item : explained.split(" ")) {
            int colon = item.indexOf(':');
            Map<Integer, String> side = item.startsWith("-") ? onlyC : onlyJava;
            side.put(Integer.parseInt(item.substring(1, colon)), item.substring(colon + 1));
        }
        List<Event> expected = new ArrayList<>();
        for (int k = 0; k <= java.size(); k++) {
            while (onlyC.containsKey(expected.size())) {
                expected.add(new Event(onlyC.get(expected.size()), "explained"));
            }
            if (k == java.size()) {
                break;
            }
            if (!onlyJava.containsKey(k)) {
                expected.add(java.get(k));
            } else if (!onlyJava.get(k).equals(java.get(k).text())) {
                return null;
            }
        }
        return expected;
    }

    /** The changes, in the order of C. */
    static List<Change> between(List<Event> c, List<Event> expected) {
        List<Event> onlyC = new ArrayList<>();
        List<Event> onlyJava = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Alignment.Item item : Alignment.of(texts(c), texts(expected)).items()) {
            if (item.common()) {
                pair(onlyC, onlyJava, changes);
            } else if (item.second() < 0) {
                onlyC.add(c.get(item.first()));
            } else {
                onlyJava.add(expected.get(item.second()));
            }
        }
        pair(onlyC, onlyJava, changes);
        return joinMoves(joinCases(changes));
    }

    /** A step of the same name, with other arguments; or another lock or atomic operation in its place. */
    private static Event counterpart(Event event, List<Event> onlyC, List<Event> onlyJava) {
        Event sameName = onlyJava.stream().filter(e -> e.name().equals(event.name())).findFirst().orElse(null);
        boolean oneEach = onlyC.size() == 1 && onlyJava.size() == 1;
        return sameName == null && oneEach && List.of("lock", "atomic").contains(event.kind())
                && onlyJava.get(0).kind().equals(event.kind()) ? onlyJava.get(0) : sameName;
    }

    /** Between two common steps, a step of the same name with other arguments is one change. */
    private static void pair(List<Event> onlyC, List<Event> onlyJava, List<Change> changes) {
        for (Event event : onlyC) {
            Event other = counterpart(event, onlyC, onlyJava);
            onlyJava.remove(other);
            changes.add(new Change(other == null ? event.kind() : kind(event, other), event, other));
        }
        onlyJava.forEach(event -> changes.add(new Change(event.kind(), null, event)));
        onlyC.clear();
        onlyJava.clear();
    }

    private static String kind(Event c, Event java) {
        boolean tagOnly = c.text().replaceAll("#[^\\[]*", "").equals(java.text().replaceAll("#[^\\[]*", ""));
        return tagOnly ? "tag" : c.kind();
    }

    /**
     * Cases with nothing between them are one group, so a step that comes or goes regroups them: of all groups, what counts is the labels
     * that only one side has.
     */
    private static List<Change> joinCases(List<Change> changes) {
        List<Change> cases = changes.stream().filter(change -> change.kind().equals("case")).toList();
        TreeSet<String> onlyC = new TreeSet<>();
        TreeSet<String> onlyJava = new TreeSet<>();
        cases.stream().map(Change::c).filter(e -> e != null).forEach(e -> onlyC.addAll(labels(e)));
        cases.stream().map(Change::java).filter(e -> e != null).forEach(e -> onlyJava.addAll(labels(e)));
        TreeSet<String> both = new TreeSet<>(onlyC);
        both.retainAll(onlyJava);
        onlyC.removeAll(both);
        onlyJava.removeAll(both);
        boolean regrouped = onlyC.isEmpty() && onlyJava.isEmpty();
        if (cases.isEmpty() || regrouped && cases.size() == changes.size()) {
            return changes;
        }
        List<Change> joined = new ArrayList<>();
        for (Change change : changes) {
            if (!change.kind().equals("case")) {
                joined.add(change);
            } else if (change == cases.get(0) && !regrouped) {
                joined.add(new Change("case", onlyC.isEmpty() ? null : at(cases, onlyC, true),
                        onlyJava.isEmpty() ? null : at(cases, onlyJava, false)));
            }
        }
        return joined;
    }

    private static List<String> labels(Event event) {
        return List.of(event.text().substring("case(".length(), event.text().length() - 1).split(","));
    }

    /** The labels, where the first group stands that has one of them. */
    private static Event at(List<Change> cases, TreeSet<String> labels, boolean ofC) {
        for (Change change : cases) {
            Event event = ofC ? change.c() : change.java();
            if (event != null && labels(event).stream().anyMatch(labels::contains)) {
                return new Event(Events.cases(labels), event.where());
            }
        }
        throw new IllegalStateException(labels.toString());
    }

    /** A step that is lacking at one place and is there at another has moved. */
    private static List<Change> joinMoves(List<Change> changes) {
        List<Change> joined = new ArrayList<>(changes);
        for (Change change : changes) {
            if (change.java() != null || !joined.contains(change)) {
                continue;
            }
            Change other = joined.stream().filter(o -> o.c() == null && o.java().text().equals(change.c().text()))
                    .findFirst().orElse(null);
            if (other != null) {
                joined.set(joined.indexOf(change), new Change("order", change.c(), other.java()));
                joined.remove(other);
            }
        }
        return joined;
    }

    /** The numbers in the changed steps, as they stand in {@code [0x10,0x5]} or behind a mask. */
    static TreeSet<Long> numbers(List<Change> changes) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (Change change : changes) {
            for (Event event : new Event[] {change.c(), change.java()}) {
                if (event != null) {
                    for (String word : event.text().split("[^0-9a-fx]+")) {
                        if (word.matches("0x[0-9a-f]{1,8}")) {
                            numbers.add((long) Integer.parseUnsignedInt(word.substring(2), 16));
                        }
                    }
                }
            }
        }
        return numbers;
    }
}
