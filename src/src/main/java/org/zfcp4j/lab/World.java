// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.SubchannelStats;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.check.Activity;
import org.zfcp4j.lab.check.ContextRules;
import org.zfcp4j.lab.check.ErpChecker;
import org.zfcp4j.lab.check.FabricChecker;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Findings;
import org.zfcp4j.lab.check.HandedOver;
import org.zfcp4j.lab.check.HostLockRecursion;
import org.zfcp4j.lab.check.InputQueueChecker;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.lab.check.PortChecker;
import org.zfcp4j.lab.check.ProtocolChecker;
import org.zfcp4j.lab.check.ReactionChecker;
import org.zfcp4j.lab.check.ReferenceChecker;
import org.zfcp4j.lab.check.RequestLifeChecker;
import org.zfcp4j.lab.check.RequestQueueChecker;
import org.zfcp4j.lab.check.SrbChecker;
import org.zfcp4j.lab.check.StatusChecker;
import org.zfcp4j.lab.check.StorageChecker;
import org.zfcp4j.lab.check.TimerChecker;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.CcwDriver;
import org.zfcp4j.trace.SystemTraces;
import org.zfcp4j.trace.TraceLog;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.ccw.CcwOps;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ZfcpModule;

/**
 * A machine with FCP devices on one channel, the driver, and all who watch: from the start of the kernel to the removal of the
 * devices. A world is played once.
 */
public final class World {
    /** What {@link #unplug} writes down. */
    public static final String CABLE_PULLED = "cable pulled";
    private static final int FULL_TRACE = 6;
    /** How often, and after how many milliseconds each, to look whether recovery is over. */
    private static final int PATIENCE = 300;
    private static final int PATIENCE_MILLIS = 1000;
    /** On real threads: longer than a failed recovery sleeps. */
    private static final int REAL_PATIENCE = 20;
    private static final long REAL_SCRIPT_MILLIS = 600_000;
    private static final long REAL_REMOVAL_MILLIS = 30_000;
    private static final int BETWEEN_REMOVALS = 500;
    private static final String[] BUS_IDS = {"0.0.1900", "0.0.1901", "0.0.1902", "0.0.1903"};

    private final WorldConfig config;
    private final Kernel kernel;
    private final ScarceMemory memory;
    private final FcpChannel channel = new FcpChannel();
    private final List<FcpDevice> devices = new ArrayList<>();
    private final List<CcwDevice> cdevs = new ArrayList<>();
    private final List<Tasklet> interrupts = new ArrayList<>();
    private final List<Work> eventWorks = new ArrayList<>();
    private final WorkQueue cioQueue;
    private final Watchers watchers;
    private final Findings findings;
    private final HandedOver handedOver = new HandedOver();
    private final HostLockRecursion hostLockRecursion = new HostLockRecursion();
    private final TraceLog trace;
    private final Journal journal;
    /** Null where there is no journal. */
    private final SystemLog system;
    private final ZfcpModule module;
    private final SeededRandom random;
    private final Sleepers sleepers;
    private final List<Completion> forks = new ArrayList<>();
    private final List<Runnable> afterRemoval = new ArrayList<>();
    private final ScsiMidlayerFake scsi;
    private final FcTransportFake fc;
    private SrbChecker srbChecker;
    private FabricChecker fabricChecker;
    private ErpChecker erpChecker;
    private boolean up;
    /** Trace records of the scenario; those of the removal of the devices follow. */
    private int recorded;
    private SystemTraces systemTraces;

    private World(WorldConfig config, Kernel kernel, ScarceMemory memory) {
        this.config = config;
        this.kernel = kernel;
        this.memory = memory;
        this.random = new SeededRandom(config.seed());
        this.watchers = new Watchers(kernel);
        this.sleepers = new Sleepers(kernel);
        this.findings = new Findings(kernel);
        this.journal = config.journal() ? new Journal(kernel, cdevs, handedOver, config.journalListener()) : null;
        this.system = config.journal() ? new SystemLog(kernel, cdevs, config.level().release()) : null;
        this.trace = new TraceLog(kernel, record -> {
            if (journal != null) {
                journal.traced(record);
            }
        });
        this.cioQueue = kernel.orderedWorkQueue("cio");
        kernel.setObserver(watchers);
        channel.addStorage(kernel.storage());
        setChannel();
        MidlayerObserver midlayer = new MidlayerObserver() {
        };
        this.scsi = new ScsiMidlayerFake(kernel, midlayer);
        this.fc = new FcTransportFake(midlayer, this::sleep, config.blockTargetsMillis());
        this.module = newModule();
        addCheckers();
        CcwDriver driver = CcwOps.of(module);
        for (int i = 0; i < config.devices(); i++) {
            addDevice(driver, BUS_IDS[i]);
        }
        config.faults().forEach(channel::addFault);
        config.journalListener().started(this);
    }

    private void setChannel() {
        channel.set(ChannelParameter.ANSWER_DELAY_NS, config.answerDelayNanos());
        channel.set(ChannelParameter.JITTER_NS, config.jitterNanos());
        channel.set(ChannelParameter.SEED, config.seed());
        channel.set(ChannelParameter.SRB_LIMIT, config.srbLimit());
        // NPIV devices in one zone: each sees the others log in and off.
        channel.set(ChannelParameter.ZONES, 1);
        channel.set(ChannelParameter.CONNECTION_FEATURES, 1);
        channel.set(ChannelParameter.LOST_POLICY, 0);
    }

    private ZfcpModule newModule() {
        ModuleParameters parameters = new ModuleParameters();
        parameters.dbflevel = FULL_TRACE;
        parameters.portScanRatelimit = config.portScanRatelimit();
        parameters.portScanBackoff = config.portScanBackoff();
        return new ZfcpModule(kernel, scsi, fc,
                (area, level, tod, record, length) -> {
                    watchers.traced(area, level, record, length);
                    trace.event(area, level, tod, record, length);
                }, parameters, config.policy(), config.level(), AdapterSetup.UPCALLS);
    }

    private void addCheckers() {
        watchers.add(handedOver);
        if (journal != null) {
            watchers.add(journal);
            watchers.add(system);
        }
        watchers.add(sleepers);
        boolean stepwise = !config.real();
        if (stepwise) {
            watchers.add(hostLockRecursion);
            srbChecker = new SrbChecker(kernel, findings, handedOver, cdevs);
            watchers.add(srbChecker);
            watchers.add(new RequestQueueChecker(kernel, findings));
            watchers.add(new StatusChecker(kernel, findings));
            Activity activity = new Activity();
            watchers.add(activity);
            watchers.add(new ReferenceChecker(findings, activity, module.fsfReqCache));
            watchers.add(new TimerChecker(findings, handedOver, activity));
            watchers.add(new PortChecker((VirtualKernel) kernel, findings, activity));
            fabricChecker = new FabricChecker(findings, activity);
            watchers.add(fabricChecker);
            watchers.add(new ProtocolChecker(findings, cdevs));
            watchers.add(new InputQueueChecker(kernel, findings, cdevs));
            watchers.add(new ReactionChecker(kernel, findings, handedOver));
            // After those who look at what the driver has left behind.
            watchers.add(new LeftoverSweeper());
        }
        watchers.add(new RequestLifeChecker(findings, handedOver, stepwise));
        erpChecker = new ErpChecker(findings);
        watchers.add(erpChecker);
        watchers.add(new StorageChecker(kernel.storage(), findings));
    }

    private void addDevice(CcwDriver driver, String busId) {
        FcpSubchannel subchannel = channel.addSubchannel(busId);
        CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, busId, null, null, dev -> { }), subchannel, driver);
        cdev.setTiming(config.timing());
        cdev.setObserver(watchers);
        cdevs.add(cdev);
        devices.add(new FcpDevice(this, cdev, subchannel));
        interrupts.add(kernel.interrupt("irq:" + busId, subchannel::deliver));
        eventWorks.add(kernel.work("cio_events", cdev, work -> subchannel.deliverEvents()));
    }

    private void interrupt(int number) {
        FcpSubchannel subchannel = channel.subchannel(number);
        if (subchannel.hasInterrupts()) {
            interrupts.get(number).schedule();
        }
        if (subchannel.hasEvents()) {
            cioQueue.queue(eventWorks.get(number));
        }
    }

    /** Wires a world, plays {@code script} in it, takes everything down again, and tells what happened. */
    public static WorldResult play(WorldConfig config, Consumer<World> script) {
        return config.real() ? playReal(config, script) : playVirtual(config, script);
    }

    private static WorldResult playVirtual(WorldConfig config, Consumer<World> script) {
        ScarceMemory memory = new ScarceMemory(config.seed());
        VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(config.scheduler()).seed(config.seed())
                .storageSize(config.storageSize())
                .stepLimit(config.stepLimit()).allocation(memory).startMicros(config.startMicros()));
        World world = new World(config, kernel, memory);
        try {
            new VirtualChannel(kernel, world.channel, world.watchers::channelStep, world::interrupt);
            RunResult run = kernel.run(() -> {
                world.play(script);
                world.remove();
            });
            List<Finding> broken = new ArrayList<>(world.findings.list());
            broken.addAll(ContextRules.of(run, kernel.lockOrder(), world.hostLockRecursion));
            broken.addAll(ContextRules.of(kernel, run.jiffies() * 1000));
            return world.result(broken, world.notes(run, kernel), run);
        } finally {
            // A task that loops may still use the storage.
            if (!kernel.isAbandoned()) {
                world.channel.close();
            }
            kernel.close();
        }
    }

    private List<String> notes(RunResult run, VirtualKernel virtual) {
        List<String> notes = new ArrayList<>(findings.notes());
        notes.addAll(ContextRules.notes(run, virtual.lockOrder(), hostLockRecursion));
        return notes;
    }

    private static WorldResult playReal(WorldConfig config, Consumer<World> script) {
        RealKernel kernel = new RealKernel();
        World world = new World(config, kernel, new ScarceMemory(config.seed()));
        RealChannel running = new RealChannel(kernel, world.channel, world::interrupt);
        boolean over = false;
        try {
            over = world.liveReal(script);
            List<Finding> broken = new ArrayList<>(world.findings.list());
            if (kernel.failure() != null) {
                broken.add(new Finding(Invariant.CONTEXT, "", kernel.jiffies() * 1000, "", kernel.failure().toString()));
            }
            return world.result(broken, world.findings.notes(), null);
        } finally {
            running.stop();
            // Threads that are stuck may still use what would be given back.
            if (over) {
                kernel.close();
                world.channel.close();
            }
        }
    }

    /** False if threads of the driver are stuck; then nothing can be removed. */
    private boolean liveReal(Consumer<World> script) {
        if (!new RealRun("user", () -> play(script)).endsWithin(REAL_SCRIPT_MILLIS) || stuck()) {
            findings.add(Invariant.PROGRESS, "", String.join("; ", RealRun.whereabouts()));
            return false;
        }
        checkCounters();
        if (!new RealRun("user", this::remove).endsWithin(REAL_REMOVAL_MILLIS)) {
            findings.add(Invariant.PROGRESS, "", "removal: " + String.join("; ", RealRun.whereabouts()));
            return false;
        }
        return true;
    }

    private boolean stuck() {
        return devices.stream().anyMatch(FcpDevice::isRecovering);
    }

    /** The script, and what follows until nothing is under way any more. */
    private void play(Consumer<World> script) {
        script.accept(this);
        settle();
        up = devices.stream().allMatch(FcpDevice::isUp);
        // Real threads that are stuck may still change what the checkers look at without a lock.
        if (!config.real() || !stuck()) {
            watchers.settled(cdevs);
        }
        recorded = trace.records().size();
        systemTraces = systemTraces();
    }

    private SystemTraces systemTraces() {
        return system == null ? SystemTraces.NONE : system.traces(FULL_TRACE);
    }

    private void remove() {
        note("", Journal.REMOVAL);
        forks.forEach(Completion::waitForCompletion);
        for (FcpDevice device : devices) {
            device.cdev().driver().remove(device.cdev());
            // The others hear of it, and ask the name server: what C leaves pending when it is removed in the midst of that may
            // meet a work queue that is gone.
            if (!config.real()) {
                sleep(BETWEEN_REMOVALS);
            }
        }
        afterRemoval.forEach(Runnable::run);
        watchers.removed(cdevs);
        cioQueue.destroy();
    }

    /** Waits until no recovery is pending, for a while, and until the channel has said what it had to say. */
    private void settle() {
        int patience = config.real() ? REAL_PATIENCE : PATIENCE;
        for (int i = 0; i < patience && stuck(); i++) {
            sleep(PATIENCE_MILLIS);
        }
        sleep(config.settleMillis());
    }

    /** What the free-running channel has counted. */
    private void checkCounters() {
        for (FcpDevice device : devices) {
            if (device.subchannel().stats().srbsRefused() != 0) {
                findings.add(Invariant.SRB_LIMIT, device.busId(), maxSrbs(device) + " posted, the channel takes "
                        + device.srbLimit());
            }
        }
    }

    private int maxSrbs(FcpDevice device) {
        if (srbChecker != null) {
            return srbChecker.most(device.cdev());
        }
        SubchannelStats stats = device.subchannel().stats();
        return (int) (stats.srbsRefused() == 0 ? stats.srbsMaxEver() : stats.srbsLimit() + stats.srbsRefused());
    }

    private WorldResult result(List<Finding> broken, List<String> notes, RunResult run) {
        Set<String> tags = new LinkedHashSet<>();
        List<TraceRecord> all = trace.records();
        List<TraceRecord> records = recorded == 0 ? all : all.subList(0, recorded);
        for (TraceRecord record : records) {
            if (record.kind().equals("rec") && record.bytes()[0] == DbfConstants.ZFCP_DBF_REC_TRIG) {
                tags.add(record.tag());
            }
        }
        int most = devices.stream().mapToInt(this::maxSrbs).max().orElse(0);
        return new WorldResult(devices.get(0).srbLimit(), most, up, List.copyOf(broken), notes, List.copyOf(tags), records,
                systemTraces == null ? systemTraces() : systemTraces,
                journal == null ? List.of() : List.copyOf(journal.events()), kernel.micros(), run);
    }

    // What scripts use

    public Kernel kernel() {
        return kernel;
    }

    public FcpChannel channel() {
        return channel;
    }

    /** The memory that the driver allocates from; without effect on real threads. */
    public ScarceMemory memory() {
        return memory;
    }

    /** The midlayer above the driver. */
    public ScsiMidlayerFake scsi() {
        return scsi;
    }

    /** The transport class above the driver. */
    public FcTransportFake fc() {
        return fc;
    }

    /** Device number {@code index}, from 0. */
    public FcpDevice device(int index) {
        return devices.get(index);
    }

    public List<FcpDevice> devices() {
        return devices;
    }

    /** The invariants that were found broken so far, in the order of time. */
    public List<Finding> findings() {
        return findings.list();
    }

    public ZfcpModule module() {
        return module;
    }

    public WorldConfig config() {
        return config;
    }

    /** Random numbers of the scenario, from the seed. */
    public SeededRandom random() {
        return random;
    }

    /** Lets time pass. */
    public void sleep(long millis) {
        if (millis > 0) {
            kernel.msleep(millis);
        }
    }

    /** Looks again and again, first every millisecond, whether a condition holds; false if it does not within the time. */
    public boolean await(BooleanSupplier condition, long millis) {
        long waited = 0;
        while (!condition.getAsBoolean()) {
            if (waited >= millis) {
                return false;
            }
            long pause = 1 + waited / 100;
            kernel.msleep(pause);
            waited += pause;
        }
        return true;
    }

    /** Starts another process. */
    public void fork(String name, Runnable body) {
        Completion done = kernel.completion(name, null);
        Runnable process = () -> {
            body.run();
            done.complete();
        };
        forks.add(done);
        if (kernel instanceof VirtualKernel virtual) {
            virtual.user(name, process);
        } else {
            Thread.ofPlatform().daemon().name(name).start(process);
        }
    }

    /** {@code action} gives back what the driver or the channel may use until all devices are removed. */
    public void afterRemoval(Runnable action) {
        afterRemoval.add(action);
    }

    /** True while the item that the device's ordered work queue runs is asleep. */
    public boolean isWorkAsleep(FcpDevice device) {
        return sleepers.isAsleep("zfcp_q_" + device.busId());
    }

    /** What should have come about, once nothing disturbs the driver any more, has or has not. */
    public void expect(boolean fulfilled, FcpDevice device, String otherwise) {
        if (!fulfilled) {
            findings.add(Invariant.RECOVERY, device.busId(), otherwise);
        }
    }

    /** {@code invariant} does not hold. */
    public void violated(Invariant invariant, String device, String text) {
        findings.add(invariant, device, text);
    }

    /** zfcp has made a known mistake, which the port has as well. */
    public void knownMistake(String text) {
        findings.note(text);
    }

    /** True if the driver does not know the fabric of an open device any more, by a known mistake; only another recovery helps. */
    public boolean hasLostFabric(FcpDevice device) {
        return fabricChecker != null && fabricChecker.isLostByMistake(device.adapter());
    }

    /** True if the recovery of a device never goes on by itself, by a known mistake; only another recovery helps. */
    public boolean isRecoveryStuck(FcpDevice device) {
        return erpChecker.isStuckByMistake(device.adapter());
    }

    /** Pulls the cable of the channel. */
    public void unplug() {
        note("", CABLE_PULLED);
        channel.unplug(0);
    }

    /** Puts it back. */
    public void replug() {
        note("", "cable replugged");
        channel.replug();
    }

    /** Writes down what the scenario does; {@code device} empty for all. */
    public void note(String device, String text) {
        if (journal != null) {
            journal.action(device, text);
        }
    }
}
