// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a list of seeds or branches. The parts are disjoint, and together they are the whole.
 *
 * @param index from 1 to {@code count}
 * @param count of parts
 */
public record Shard(int index, int count) {
    /** The only one. */
    public static final Shard WHOLE = new Shard(1, 1);
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * A shard as the user writes it, such as {@code 2/4}.
     *
     * @throws IllegalArgumentException with a line for the user
     */
    public static Shard parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            int index = Integer.parseInt(matcher.group(1));
            int count = Integer.parseInt(matcher.group(2));
            if (index >= 1 && index <= count) {
                return new Shard(index, count);
            }
        }
        throw new IllegalArgumentException("a shard is written I/N, with I from 1 to N, not \"" + text + "\"");
    }

    public boolean isWhole() {
        return count == 1;
    }

    /** True if number {@code number} of the whole, counted from 0, belongs to this part. */
    public boolean has(long number) {
        return Math.floorMod(number, (long) count) == index - 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
