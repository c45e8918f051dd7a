// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** The settings of a world. By default: two devices, refill as Linux has it, virtual time, first-in-first-out. */
public final class WorldConfig {
    /** How long the channel takes to answer, as in the recordings of the C driver. */
    private static final long ONE_MILLISECOND = 1_000_000;
    /** The time of day at which virtual time begins, unless set: the same for each run, so that its traces are the same. */
    public static final long DEFAULT_START_MICROS = 1_000_000 * Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private RefillPolicy policy = new AddUnless();
    private Level level = Levels.linux510();
    private Draws draws = Draws.of(1);
    private int devices = 2;
    private Parts parts = Parts.ALL;
    private int srbLimit;
    private boolean real;
    private boolean races;
    private boolean sweepsLeftovers;
    private boolean journal;
    private JournalListener journalListener = JournalListener.NONE;
    private Scheduler scheduler = new FifoScheduler();
    private final List<Fault> faults = new ArrayList<>();
    private QdioTiming timing = QdioTiming.FIVE_EACH;
    private long answerDelayNanos = ONE_MILLISECOND;
    private long jitterNanos;
    private int portScanRatelimit;
    private int portScanBackoff;
    private Consumer<ModuleParameters> parameters = values -> { };
    private int blockTargetsMillis;
    private int settleMillis = 3000;
    private long stepLimit = 100_000_000;
    private long startMicros = DEFAULT_START_MICROS;
    /** Experiments with the geometry may have more SBALs, and a page for each. */
    private long storageSize = Geometry.CURRENT.isArchitected() ? 4 << 20 : 64 << 20;

    public WorldConfig policy(RefillPolicy value) {
        policy = value;
        return this;
    }

    public RefillPolicy policy() {
        return policy;
    }

    /** Which Linux the driver is of. */
    public WorldConfig level(Level value) {
        level = value;
        return this;
    }

    public Level level() {
        return level;
    }

    /** Seed of all that is random but the schedule: the times of events, the delays of the driver and of the channel. */
    public WorldConfig seed(long value) {
        return draws(Draws.of(value));
    }

    /** The same, with turns: what processes and faults draw from there on is different. */
    public WorldConfig draws(Draws value) {
        draws = value;
        return this;
    }

    public long seed() {
        return draws.seed();
    }

    public Draws draws() {
        return draws;
    }

    /** Number of FCP devices on the channel. */
    public WorldConfig devices(int value) {
        devices = value;
        return this;
    }

    int devices() {
        return devices;
    }

    /** How much of the script is played; it limits the number of devices, too. */
    public WorldConfig parts(Parts value) {
        parts = value;
        devices = value.of(Parts.DEVICES, devices);
        return this;
    }

    public Parts parts() {
        return parts;
    }

    /** Status read buffers that the channel tolerates; 0 for as many as it asked for. */
    public WorldConfig srbLimit(int value) {
        srbLimit = value;
        return this;
    }

    int srbLimit() {
        return srbLimit;
    }

    /** True for threads and the wall clock instead of the virtual kernel. */
    public WorldConfig real(boolean value) {
        real = value;
        return this;
    }

    public boolean real() {
        return real;
    }

    /** Whether there is a journal: costs time, and changes nothing else. */
    public WorldConfig journal(boolean value) {
        journal = value;
        return this;
    }

    boolean journal() {
        return journal;
    }

    /** Sees each event of the journal when it happens; an object of its own for each world. */
    public WorldConfig journalListener(JournalListener value) {
        journalListener = value;
        return this;
    }

    JournalListener journalListener() {
        return journalListener;
    }

    /** Looks for data races; in classes that a checking loader has loaded. */
    public WorldConfig races(boolean value) {
        races = value;
        return this;
    }

    boolean races() {
        return races;
    }

    /** Clears what zfcp leaves behind in request SBALs when it closes the queues, which ends a run; noted in the result where it does. */
    public WorldConfig sweepLeftovers() {
        sweepsLeftovers = true;
        return this;
    }

    boolean sweepsLeftovers() {
        return sweepsLeftovers;
    }

    /** Decides who runs in the virtual kernel; an object of its own for each world. */
    public WorldConfig scheduler(Scheduler value) {
        scheduler = value;
        return this;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Fault rules that the channel has from the start. */
    public WorldConfig faults(List<Fault> rules) {
        faults.addAll(rules);
        return this;
    }

    List<Fault> faults() {
        return faults;
    }

    /** How long operations on a subchannel sleep. */
    public WorldConfig timing(QdioTiming value) {
        timing = value;
        return this;
    }

    QdioTiming timing() {
        return timing;
    }

    /** How long the channel takes for an answer. */
    public WorldConfig answerDelayNanos(long value) {
        answerDelayNanos = value;
        return this;
    }

    long answerDelayNanos() {
        return answerDelayNanos;
    }

    /** Up to so much is added to the times of the channel. */
    public WorldConfig jitterNanos(long value) {
        jitterNanos = value;
        return this;
    }

    long jitterNanos() {
        return jitterNanos;
    }

    /** Module parameters {@code port_scan_ratelimit} and {@code port_scan_backoff}, in milliseconds; 0 unless set. */
    public WorldConfig portScan(int ratelimit, int backoff) {
        portScanRatelimit = ratelimit;
        portScanBackoff = backoff;
        return this;
    }

    int portScanRatelimit() {
        return portScanRatelimit;
    }

    int portScanBackoff() {
        return portScanBackoff;
    }

    /** Sets other module parameters, before the module is loaded. */
    public WorldConfig parameters(Consumer<ModuleParameters> change) {
        parameters = change;
        return this;
    }

    Consumer<ModuleParameters> parameters() {
        return parameters;
    }

    /** How long deleting a remote port sleeps in the FC transport, which blocks its targets; 0, not at all, unless set. */
    public WorldConfig blockTargetsMillis(int value) {
        blockTargetsMillis = value;
        return this;
    }

    int blockTargetsMillis() {
        return blockTargetsMillis;
    }

    /** How long to wait after the script until nothing is in flight. */
    public WorldConfig settleMillis(int value) {
        settleMillis = value;
        return this;
    }

    int settleMillis() {
        return settleMillis;
    }

    /** Bytes of main storage. */
    public WorldConfig storageSize(long value) {
        storageSize = value;
        return this;
    }

    long storageSize() {
        return storageSize;
    }

    /** Operations after which a world of the virtual kernel counts as one that never ends. */
    public WorldConfig stepLimit(long value) {
        stepLimit = value;
        return this;
    }

    long stepLimit() {
        return stepLimit;
    }

    /** The time of day at which virtual time begins, in microseconds since 1970. */
    public WorldConfig startMicros(long value) {
        startMicros = value;
        return this;
    }

    long startMicros() {
        return startMicros;
    }
}
