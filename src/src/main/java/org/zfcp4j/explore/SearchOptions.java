// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.swarm.Shard;

/**
 * How to search.
 *
 * @param preemptions bound for {@link Strategy#DFS}, negative for none; depth for {@link Strategy#PCT}, one more than the changes of
 *     priority
 * @param executions budget, executions that were cut short included
 * @param seconds budget of wall clock
 * @param seed of the random strategies
 * @param threads executions at a time
 * @param shard which branches of the first execution, or which seeds, belong to this search
 */
public record SearchOptions(Strategy strategy, int preemptions, long executions, double seconds, long seed, int threads, Shard shard) {
    /** No limit to the time. */
    public static final double NO_LIMIT = 1e12;

    /** A systematic search without a budget, on all processors. */
    public static SearchOptions dfs(int preemptions) {
        return new SearchOptions(Strategy.DFS, preemptions, Long.MAX_VALUE, NO_LIMIT, 1, processors(), Shard.WHOLE);
    }

    /** A random search. */
    public static SearchOptions random(Strategy strategy, long seed, long executions) {
        return new SearchOptions(strategy, 3, executions, NO_LIMIT, seed, 1, Shard.WHOLE);
    }

    /** The same with a limit to the time. */
    public SearchOptions within(double limitSeconds) {
        return new SearchOptions(strategy, preemptions, executions, limitSeconds, seed, threads, shard);
    }

    /** A part of the same. */
    public SearchOptions part(Shard part) {
        return new SearchOptions(strategy, preemptions, executions, seconds, seed, threads, part);
    }

    static int processors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    int bound() {
        return preemptions < 0 ? DepthFirst.UNBOUNDED : preemptions;
    }
}
