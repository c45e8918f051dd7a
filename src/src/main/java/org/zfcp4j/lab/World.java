// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpModule;

/**
 * A machine with FCP devices on one channel, the driver and its observers, as scripts see it: from the start of the kernel to the
 * removal of the devices. A world is played once.
 */
public final class World {
    /** What {@link #unplug} records. */
    public static final String CABLE_PULLED = "cable pulled";
    /** Polls for the end of recovery, and milliseconds between two. */
    private static final int PATIENCE = 300;
    private static final int PATIENCE_MILLIS = 1000;
    /** On real threads: longer than a failed recovery sleeps. */
    private static final int REAL_PATIENCE = 20;
    private static final int BETWEEN_REMOVALS = 500;

    private final WorldConfig config;
    private final Kernel kernel;
    private final ScarceMemory memory;
    private final Instruments instruments;
    private final Machine machine;
    private final List<FcpDevice> devices = new ArrayList<>();
    private final SeededRandom random;
    private final List<Completion> forks = new ArrayList<>();
    private final List<Runnable> epilogue = new ArrayList<>();
    private final List<Runnable> afterRemoval = new ArrayList<>();
    private boolean up;

    World(WorldConfig config, Kernel kernel, ScarceMemory memory) {
        this.config = config;
        this.kernel = kernel;
        this.memory = memory;
        this.random = config.draws().sequence(config.seed());
        this.instruments = new Instruments(config, kernel);
        this.machine = new Machine(config, kernel, instruments);
        instruments.watch(machine.module, memory);
        instruments.watchers.register(device -> device.container() instanceof Port && !memory.allow(ScarceMemory.REGISTRATION, 0, 0) ? -Errno.ENOMEM : 0);
        machine.addDevices(instruments.watchers);
        for (CcwDevice cdev : machine.cdevs) {
            devices.add(new FcpDevice(this, cdev, machine.channel.subchannel(devices.size())));
        }
        config.journalListener().started(this);
    }

    /** Wires a world, plays {@code script} in it, removes the devices, and returns what happened. */
    public static WorldResult play(WorldConfig config, Consumer<World> script) {
        return config.real() ? RealPlay.play(config, script) : VirtualPlay.play(config, script);
    }

    Instruments instruments() {
        return instruments;
    }

    boolean isRecovering() {
        return devices.stream().anyMatch(FcpDevice::isRecovering);
    }

    /** The script, and what follows until nothing is in flight any more. */
    void play(Consumer<World> script) {
        script.accept(this);
        settle();
        up = devices.stream().allMatch(FcpDevice::isUp);
        // Real threads that are stuck may still change what the checkers look at without a lock.
        instruments.settled(!config.real() || !isRecovering());
        epilogue.forEach(Runnable::run);
    }

    /** Waits until no recovery is pending, for a while, and until the channel has reported what it had to report. */
    private void settle() {
        int patience = config.real() ? REAL_PATIENCE : PATIENCE;
        for (int i = 0; i < patience && isRecovering(); i++) {
            sleep(PATIENCE_MILLIS);
        }
        sleep(config.settleMillis());
    }

    void remove() {
        note("", Journal.REMOVAL);
        forks.forEach(Completion::waitForCompletion);
        for (FcpDevice device : devices) {
            device.cdev().driver().remove(device.cdev());
            // The others are notified, and query the name server: what C leaves pending if it is removed in the midst of that may
            // meet a work queue that is gone.
            if (!config.real()) {
                sleep(BETWEEN_REMOVALS);
            }
        }
        devices.stream().filter(device -> device.subchannel().hasIndicator()).forEach(device -> violated(Invariant.STORAGE, device.busId(),
                "the device is removed, and the channel still has its indicator"));
        afterRemoval.forEach(Runnable::run);
        instruments.watchers.removed(machine.cdevs);
        machine.commonIo.destroy();
    }

    WorldResult result(List<Finding> broken, List<String> notes, RunResult run) {
        return instruments.result(devices, up, broken, notes, run);
    }

    public Kernel kernel() {
        return kernel;
    }

    public FcpChannel channel() {
        return machine.channel;
    }

    /** The memory that the driver allocates from; without effect on real threads. */
    public ScarceMemory memory() {
        return memory;
    }

    /** The midlayer above the driver. */
    public ScsiMidlayerFake scsi() {
        return machine.scsi;
    }

    /** The transport class above the driver. */
    public FcTransportFake fc() {
        return machine.fc;
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
        return instruments.findings.list();
    }

    public ZfcpModule module() {
        return machine.module;
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

    /** Polls a condition, at first every millisecond; false on timeout. */
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

    /** What a condition says at the moment, looked at from outside: it is no access of the process that asks. */
    public boolean look(BooleanSupplier condition) {
        return kernel instanceof VirtualKernel virtual ? virtual.peek(condition::getAsBoolean) : condition.getAsBoolean();
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

    /** Runs {@code action} when all is settled and was looked at, and before the devices are removed. */
    public void afterSettling(Runnable action) {
        epilogue.add(action);
    }

    /** Runs {@code action} after all devices are removed: it frees what the driver or the channel may use until then. */
    public void afterRemoval(Runnable action) {
        afterRemoval.add(action);
    }

    /** True while the item that the device's ordered work queue runs is asleep. */
    public boolean isWorkAsleep(FcpDevice device) {
        return instruments.sleepers.isAsleep("zfcp_q_" + device.busId());
    }

    /** Does what triggers recovery, and must not come back before its end. Process context. */
    public void waitsForRecovery(FcpDevice device, Runnable action) {
        instruments.waitsForRecovery(device.busId(), action);
    }

    /** How many records of a device have a tag that begins with {@code tag}. */
    public long recorded(FcpDevice device, String tag) {
        return instruments.recorded(device.busId(), tag);
    }

    /** Checks what the driver must have reached, once faults stop. */
    public void expect(boolean fulfilled, FcpDevice device, String otherwise) {
        if (!fulfilled) {
            instruments.findings.add(Invariant.RECOVERY, device.busId(), otherwise);
        }
    }

    /** {@code invariant} does not hold. */
    public void violated(Invariant invariant, String device, String text) {
        instruments.findings.add(invariant, device, text);
    }

    /** Notes a known mistake of zfcp, which the port has as well. */
    public void knownMistake(String text) {
        instruments.findings.note(text);
    }

    /** True if, by a known mistake, the driver has lost the fabric of an open device; only another recovery helps. */
    public boolean hasLostFabric(FcpDevice device) {
        return instruments.hasLostFabric(device.adapter());
    }

    /** True if, by a known mistake, the recovery of a device is stuck; only another recovery helps. */
    public boolean isRecoveryStuck(FcpDevice device) {
        return instruments.isRecoveryStuck(device.adapter());
    }

    /** True if, by a known mistake, the recovery of a device is never over, whatever anybody does: who waits for that waits for ever. */
    public boolean isRecoveryEndless(FcpDevice device) {
        return instruments.isRecoveryEndless(device.adapter());
    }

    /** True if, by a known mistake, a port stays closed although its D_ID was found; only another recovery helps. */
    public boolean isLookupLost(FcpDevice device, Port port) {
        return instruments.isLookupLost(device.adapter(), port);
    }

    /** True while a port scan of a device is under way: what it has found is not yet evaluated. Virtual kernel. */
    public boolean isScanning(FcpDevice device) {
        return instruments.isScanning(device.adapter());
    }

    /** Tag of the trigger by which the driver itself has shut an adapter down that is not running; empty if it has not. Virtual kernel. */
    public String shutDownFor(FcpDevice device) {
        return instruments.shutDownFor(device.adapter());
    }

    /** Pulls the cable of the channel. */
    public void unplug() {
        note("", CABLE_PULLED);
        machine.channel.unplug(0);
    }

    /** Puts it back. */
    public void replug() {
        note("", "cable replugged");
        machine.channel.replug();
    }

    /** Records in the journal what the scenario does; {@code device} empty for all. */
    public void note(String device, String text) {
        if (instruments.journal != null) {
            instruments.journal.action(device, text);
        }
    }
}
