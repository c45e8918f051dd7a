// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The decisions of a run, which {@link ReplayScheduler} repeats: for each one the id of the chosen task, or {@link #ADVANCE}.
 *
 * @param preempts whether the strategy was asked at every operation
 * @param advancesEarly whether letting time advance was on offer
 */
public record Schedule(boolean preempts, boolean advancesEarly, int[] choices) {
    /** Time advances to the next event. */
    public static final int ADVANCE = 0;

    /** One line: {@code preemptive|cooperative [early]} and the choices, a run of n equal ones as {@code id*n}. */
    public String format() {
        StringBuilder out = new StringBuilder(preempts ? "preemptive" : "cooperative");
        if (advancesEarly) {
            out.append(" early");
        }
        for (int i = 0; i < choices.length;) {
            int end = i + 1;
            while (end < choices.length && choices[end] == choices[i]) {
                end++;
            }
            out.append(' ').append(choices[i]);
            if (end - i > 1) {
                out.append('*').append(end - i);
            }
            i = end;
        }
        return out.toString();
    }

    /** Reads what {@link #format} wrote; {@link IllegalArgumentException} with a plain message if it is malformed. */
    public static Schedule parse(String text) {
        String[] words = text.strip().split("\\s+");
        boolean preempts = switch (words[0]) {
            case "preemptive" -> true;
            case "cooperative" -> false;
            default -> throw new IllegalArgumentException("a schedule begins with preemptive or cooperative, not " + words[0]);
        };
        boolean early = words.length > 1 && words[1].equals("early");
        int[] choices = Arrays.stream(words).skip(early ? 2 : 1).flatMapToInt(word -> {
            int star = word.indexOf('*');
            try {
                int id = Integer.parseInt(star < 0 ? word : word.substring(0, star));
                int times = star < 0 ? 1 : Integer.parseInt(word.substring(star + 1));
                return java.util.stream.IntStream.generate(() -> id).limit(times);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a choice: " + word, e);
            }
        }).toArray();
        return new Schedule(preempts, early, choices);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule that && preempts == that.preempts && advancesEarly == that.advancesEarly
            && Arrays.equals(choices, that.choices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(choices);
    }

    @Override
    public String toString() {
        return Arrays.stream(choices).mapToObj(Integer::toString).collect(Collectors.joining(" ", "Schedule[", "]"));
    }
}
