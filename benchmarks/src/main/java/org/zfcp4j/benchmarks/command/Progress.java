// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.io.PrintStream;
import java.util.Locale;

/** A line on the terminal that is written over and over: what runs, how much is done, and how long the rest will take. */
final class Progress {
    private static final String ERASE = "\r\u001b[K";
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Of the planned work, what must be done before it says more about the rest than the plan does. */
    private static final double TRUSTED = 0.02;

    private final PrintStream terminal;
    private final int cases;
    private final long plannedMillis;
    private final long started = System.nanoTime();
    private int casesDone;
    private long millisDone;
    private Settings current;
    private int stepsDone;
    private String running = "";

    /**
     * Begins with nothing done.
     *
     * @param terminal null: there is none, and nothing is shown
     * @param cases to run
     * @param plannedMillis how long all of them are planned to take
     */
    Progress(PrintStream terminal, int cases, long plannedMillis) {
        this.terminal = terminal;
        this.cases = cases;
        this.plannedMillis = plannedMillis;
    }

    /** A case begins, with these settings. */
    void begin(String name, Settings settings) {
        running = name;
        current = settings;
        stepsDone = 0;
        show();
    }

    /** An iteration has ended. */
    void step() {
        stepsDone = Math.min(stepsDone + 1, current.steps());
        show();
    }

    void end() {
        casesDone++;
        millisDone += current.plannedMillis();
        stepsDone = 0;
        erase();
    }

    /** Makes room for other output. */
    void erase() {
        if (terminal != null) {
            terminal.print(ERASE);
            terminal.flush();
        }
    }

    /** Of the planned time, what is done. */
    private double done() {
        return millisDone + (double) stepsDone / current.steps() * current.plannedMillis();
    }

    /**
     * How many seconds the rest will take: as planned at first, then in proportion to what was needed so far.
     *
     * @param done of the planned milliseconds
     * @param elapsed milliseconds that were needed for it
     */
    static double secondsLeft(double done, double planned, double elapsed) {
        double pace = done < planned * TRUSTED || done == 0 ? 1 : elapsed / done;
        return (planned - done) * pace / MILLIS_PER_SECOND;
    }

    static String duration(double seconds) {
        long rounded = Math.round(seconds);
        long minutes = rounded / SECONDS_PER_MINUTE;
        if (minutes >= MINUTES_PER_HOUR) {
            return String.format(Locale.ROOT, "%d h %02d min", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
        }
        return minutes > 0 ? String.format(Locale.ROOT, "%d min %02d s", minutes, rounded % SECONDS_PER_MINUTE) : rounded + " s";
    }

    private void show() {
        if (terminal != null) {
            double left = secondsLeft(done(), plannedMillis, (System.nanoTime() - started) / NANOS_PER_MILLI);
            terminal.printf(Locale.ROOT, "%s[%d/%d] %s left  %s", ERASE, casesDone + 1, cases, duration(left), running);
            terminal.flush();
        }
    }
}
