// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.ReplayScheduler;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * Makes a run smaller that violates an invariant: fewer devices, fewer processes that do fewer things, and a schedule that is random for a shorter
 * time. With fewer processes the old schedule does not fit any more, so a few random ones are tried for each smaller script. What is found depends on
 * the seed alone.
 */
public final class Shrinker {
    /** Random schedules that are tried for a script. */
    private static final int SCHEDULES = 16;

    /**
     * A run that violates the invariant.
     *
     * @param random decisions of its schedule that are not first-in-first-out
     */
    private record Candidate(Parts parts, MomentRun run, int random) {
        Candidate(Parts parts, MomentRun run) {
            this(parts, run, run.result().run().schedule().choices().length);
        }

        Schedule schedule() {
            return run.result().run().schedule();
        }

        long steps() {
            return run.result().run().steps();
        }
    }

    /** The schedule with that number. */
    private record Attempt(long number, MomentRun run) {
    }

    private final PlayOptions options;
    private final Moment moment;
    private final RefillPolicy policy;
    private final long seed;
    private final Consumer<String> progress;
    /** Those that one processor would have needed, so that it is the same on each machine. */
    private int tried;
    private Invariant wanted;

    /** @param progress gets a line now and then */
    public Shrinker(PlayOptions options, Moment moment, RefillPolicy policy, long seed, Consumer<String> progress) {
        this.options = options;
        this.moment = moment;
        this.policy = policy;
        this.seed = seed;
        this.progress = progress;
    }

    /** Nothing, if the seed violates nothing. */
    public Optional<Shrunk> shrink() {
        MomentRun before = new Player(options).seeded(moment, policy, seed);
        if (!before.result().violated()) {
            return Optional.empty();
        }
        wanted = before.result().findings().get(0).invariant();
        Candidate smallest = fewerParts(new Candidate(options.parts(), before));
        Candidate shortest = shorterRandomPart(smallest);
        return Optional.of(new Shrunk(wanted, moment.parts(shortest.parts()), shortest.parts(), shortest.schedule(), shortest.random(),
                shortest.steps(), before.result().run().steps(), tried));
    }

    private Candidate fewerParts(Candidate from) {
        Candidate best = from;
        for (boolean smaller = true; smaller;) {
            smaller = false;
            for (String part : moment.parts(best.parts()).keySet()) {
                Candidate next = fewer(best, part);
                smaller |= next != best;
                best = next;
            }
        }
        return best;
    }

    /** As few as possible of one part. */
    private Candidate fewer(Candidate from, String part) {
        Candidate best = from;
        int least = part.equals(Parts.DEVICES) ? 1 : 0;
        int now = now(best, part);
        for (int less = least; less < now;) {
            progress.accept("at most " + less + " of " + part + ", " + tried + " runs");
            Candidate next = any(best.parts().with(part, less));
            if (next != null) {
                return next;
            }
            less = less + Math.max(1, (now - less) / 2);
        }
        return best;
    }

    private int now(Candidate candidate, String part) {
        return candidate.parts().of(part, moment.parts(candidate.parts()).getOrDefault(part, 0));
    }

    /** Null if no schedule that is tried shows the violation. */
    private Candidate any(Parts parts) {
        Player player = new Player(options.with(parts));
        Attempt first = LongStream.range(0, SCHEDULES).parallel()
                .mapToObj(i -> new Attempt(i, player.scheduledWithoutJournal(moment, policy, seed, moment.scheduler(seed + i))))
                .filter(attempt -> shows(attempt.run().result())).findFirst().orElse(null);
        tried += first == null ? SCHEDULES : (int) first.number() + 1;
        return first == null ? null : new Candidate(parts, first.run());
    }

    private boolean shows(WorldResult result) {
        return result.findings().stream().anyMatch(finding -> finding.invariant() == wanted);
    }

    /** The schedule need not be followed to its end. */
    private Candidate shorterRandomPart(Candidate from) {
        Candidate best = from;
        int length = from.schedule().choices().length;
        for (int step = length; step > 0; step /= 2) {
            while (length >= step) {
                progress.accept("the first " + (length - step) + " decisions, " + tried + " runs");
                Candidate next = prefix(from, length - step);
                if (next == null) {
                    break;
                }
                best = next;
                length -= step;
            }
        }
        return best;
    }

    private Candidate prefix(Candidate from, int length) {
        Schedule all = from.schedule();
        Schedule first = new Schedule(all.preempts(), all.advancesEarly(), Arrays.copyOf(all.choices(), length));
        tried++;
        MomentRun run = new Player(options.with(from.parts())).scheduledWithoutJournal(moment, policy, seed,
                new ReplayScheduler(first, new FifoScheduler()));
        return shows(run.result()) ? new Candidate(from.parts(), run, length) : null;
    }
}
