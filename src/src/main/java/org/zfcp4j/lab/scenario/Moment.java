// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.Map;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;

/** One script of a scenario and the situation that it brings about. Stateless: a script is played many times. */
public abstract class Moment {
    private final String name;
    private final String title;

    /**
     * @param name short, without blanks; appears in the JSON of results
     * @param title one line for people
     */
    protected Moment(String name, String title) {
        this.name = name;
        this.title = title;
    }

    public final String name() {
        return name;
    }

    public final String title() {
        return title;
    }

    /** Sets what differs from the default world. */
    public void configure(WorldConfig config) {
    }

    /**
     * What the script consists of, by name, each with how often it is played at most; empty if it cannot be made smaller.
     *
     * @param parts what is played of it: with fewer devices, other parts become fewer
     */
    public Map<String, Integer> parts(Parts parts) {
        return Map.of();
    }

    /** Plays the script, as a process of the world. */
    public abstract void play(World world);

    /** What the refill policy of that name is expected to do. */
    public Expectation expected(String policy) {
        return Expectation.HOLDS;
    }

    /** True for the event with which the printed part of a run begins; if there are several, the last one. */
    public boolean isOpening(Event event) {
        return false;
    }

    /** The random schedule of a seed. */
    public Scheduler scheduler(long seed) {
        return new SeededScheduler(seed);
    }

    /** True if the situation needs a random schedule: then seeds are tried until {@link #isDecisive}. */
    public boolean isSearched() {
        return false;
    }

    /** True if the run reached the situation that the moment is about. */
    public boolean isDecisive(WorldResult result, String policy) {
        return true;
    }
}
