// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.io.DiskUser;
import org.zfcp4j.lab.io.Initiator;
import org.zfcp4j.qdio.CioEvent;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * Everything at once: users read and write disks and have errors handled, an administrator changes what there is, common I/O takes
 * devices offline and back, while fabric and channel inject faults. Then faults stop, and every
 * disk must work again.
 */
final class KitchenSink extends Moment {
    private static final int DEVICES = 2;
    private static final int BURSTS = 8;
    private static final int ACTIONS = 5;
    private static final int TROUBLES = 10;
    private static final int CAPRICES = 5;
    private static final int CIO_EVENTS = 3;
    private static final int PATIENCE_MILLIS = 400_000;
    private static final int ATTEMPTS = 20;
    private static final int ATTEMPT_MILLIS = 500;
    /** One run in so many ends with the shutdown of the system. */
    private static final int SHUTDOWNS = 4;
    private static final int UNPLUGGED_MILLIS = 500;
    private static final int POOR_PER_MILLE = 8;
    private static final int POOR_MILLIS = 10;
    /** Gives the second administrator of a device other ideas than the first. */
    private static final long SECOND = 0x2adL;
    private static final long CAPRICE = 0xca9L;
    private static final long CURIOSITY = 0xc0deL;
    /** Time enough for an adapter to open. */
    private static final int SUSPENDED_MILLIS = 100;
    /** Longer than level 7.1 takes to look at its requests once more. */
    private static final int QUIET_MILLIS = 12_000;
    private static final long STEPS = 4_000_000;
    private static final long STORAGE = 16 << 20;
    private static final long ANSWER_NANOS = 300_000;

    private final boolean pointToPoint;

    private KitchenSink(String name, String title, boolean pointToPoint) {
        super(name, title);
        this.pointToPoint = pointToPoint;
    }

    static KitchenSink ofFabric() {
        return new KitchenSink("kitchen-sink", "I/O with error handling, trouble of all kinds, administration; then all disks work again", false);
    }

    /** With one remote port, and no fabric. */
    static KitchenSink ofPeer() {
        return new KitchenSink("point-to-point", "the same with one remote port, and no fabric", true);
    }

    private Surroundings surroundings(WorldConfig config) {
        return Surroundings.of(config.seed(), pointToPoint);
    }

    @Override
    public void configure(WorldConfig config) {
        surroundings(config).configure(config);
        config.devices(DEVICES).stepLimit(STEPS).storageSize(STORAGE).answerDelayNanos(ANSWER_NANOS).jitterNanos(ANSWER_NANOS).sweepLeftovers();
    }

    @Override
    public Map<String, Integer> parts(Parts parts) {
        int devices = parts.of(Parts.DEVICES, DEVICES);
        int users = devices * (pointToPoint ? 1 : SmallSan.PORTS.size());
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(Parts.DEVICES, DEVICES);
        all.put(Processes.name("common I/O", users + devices + 1), CIO_EVENTS);
        all.put(Processes.name("trouble", users + devices), TROUBLES);
        all.put(Processes.name("administrator", users + devices + 2), ACTIONS);
        all.put("caprice", CAPRICES);
        all.put("curiosity", ACTIONS);
        for (int i = 0; i < devices; i++) {
            all.put(Processes.name("administrator", users + i), ACTIONS);
        }
        for (int i = 0; i < users; i++) {
            all.put(Processes.name("user", i), BURSTS);
        }
        return all;
    }

    @Override
    public Scheduler scheduler(long seed) {
        return new Bustle(seed);
    }

    @Override
    public void play(World world) {
        Surroundings surroundings = surroundings(world.config());
        SmallSan.connect(world, surroundings.ports(), DiskUser.AREA_BLOCKS * world.devices().size(),
                surroundings.protection() != Surroundings.Protection.NONE);
        surroundings.connect(world);
        setOnline(world, surroundings);
        SmallSan.expectPorts(world, surroundings.ports().size());
        List<DiskUser> users = users(world, surroundings);

        long seed = world.config().seed();
        Trouble trouble = new Trouble(world, surroundings, seed);
        Processes processes = new Processes(world);
        users.forEach(user -> processes.start("user", BURSTS, 100, user::burst));
        for (FcpDevice device : world.devices()) {
            Administration administration = new Administration(world, surroundings, device, seed + device.subchannel().number());
            processes.start("administrator", ACTIONS, 200, administration::act);
        }
        processes.start("trouble", TROUBLES, 150, trouble::make);
        processes.start("common I/O", CIO_EVENTS, 500, () -> commonIo(world));
        if (surroundings.crowded()) {
            Administration second = new Administration(world, surroundings, world.device(0), seed ^ SECOND);
            processes.start("administrator", ACTIONS, 200, second::act);
        }
        if (surroundings.capricious()) {
            processes.startOnly("caprice", CAPRICES, 300, new Caprice(world, surroundings, seed ^ CAPRICE)::make);
        }
        if (surroundings.curious()) {
            processes.startOnly("curiosity", ACTIONS, 200, new Curiosity(world, surroundings, seed ^ CURIOSITY)::act);
        }
        processes.await();

        trouble.end();
        world.devices().forEach(device -> repair(world, surroundings, device));
        SmallSan.expectPorts(world, surroundings.ports().size());
        world.look(() -> {
            world.devices().forEach(trouble::expectSecurity);
            return true;
        });
        users.forEach(user -> expectWorking(world, user));
        if (seed % SHUTDOWNS == 0) {
            world.afterSettling(() -> world.devices().forEach(device -> systemShutdown(world, surroundings, device)));
        }
    }

    private static void setOnline(World world, Surroundings surroundings) {
        if (surroundings.unplugged()) {
            world.unplug();
        }
        if (surroundings.hasty()) {
            world.devices().forEach(device -> world.fork("hasty administrator", () -> hurry(world, device)));
        }
        if (surroundings.poor()) {
            world.memory().starveSetUp(POOR_PER_MILLE);
            world.devices().forEach(device -> world.await(() -> isSetUp(device), POOR_MILLIS));
            world.memory().suffice();
        }
        world.devices().forEach(FcpDevice::setOnline);
        if (surroundings.unplugged()) {
            world.sleep(UNPLUGGED_MILLIS);
            world.replug();
        }
        if (surroundings.poor()) {
            world.devices().forEach(device -> recover(world, device));
        }
        if (surroundings.unplugged() || surroundings.poor()) {
            // Who wants no scan at events must ask for it.
            world.sleep(QUIET_MILLIS);
            world.devices().forEach(device -> Attributes.portRescan(device.adapter()));
        }
    }

    /** Tries it; whatever could not be made must be gone again. */
    private static boolean isSetUp(FcpDevice device) {
        device.setOnline();
        return device.adapter() != null;
    }

    /** As soon as there are attributes, and before there is a SCSI host. */
    private static void hurry(World world, FcpDevice device) {
        if (world.await(() -> device.adapter() != null, PATIENCE_MILLIS)) {
            Attributes.portRescan(device.adapter());
        }
    }

    /** The system goes down: the driver stops, but whoever still asks it for something gets an answer. */
    private static void systemShutdown(World world, Surroundings surroundings, FcpDevice device) {
        device.cdev().driver().shutdown(device.cdev());
        ScsiHost host = device.adapter().scsiHost;
        surroundings.ports().forEach(port -> Transport.endIo(world, device, world.fc().find(host, port.wwpn())));
    }

    private static List<DiskUser> users(World world, Surroundings surroundings) {
        List<DiskUser> users = new ArrayList<>();
        List<Initiator> initiators = new ArrayList<>();
        for (FcpDevice device : world.devices()) {
            Initiator initiator = new Initiator(world, device);
            initiators.add(initiator);
            surroundings.ports().forEach(port -> {
                users.add(new DiskUser(world, initiator, port.wwpn(), SmallSan.LUN,
                        device.subchannel().number() * DiskUser.AREA_BLOCKS));
                addLun(world, surroundings, device, port.wwpn());
            });
        }
        world.scsi().setDrain(sdev -> initiators.forEach(initiator -> initiator.drain(sdev)));
        return users;
    }

    /** By hand on one device, as the scan of the midlayer does on the others; by hand on all without NPIV. */
    private static void addLun(World world, Surroundings surroundings, FcpDevice device, long wwpn) {
        Adapter adapter = device.adapter();
        boolean byHand = device.subchannel().number() == 0 || !surroundings.npiv();
        if (byHand && surroundings.unprobed()) {
            // A LUN that the midlayer has removed comes back with its unit only.
            Attributes.unitRemove(adapter, wwpn, SmallSan.LUN);
        }
        if (byHand) {
            Attributes.unitAdd(adapter, wwpn, SmallSan.LUN);
        }
        FcRport rport = world.fc().find(adapter.scsiHost, wwpn);
        if (rport != null && !(byHand && surroundings.unprobed())) {
            world.scsi().probe(adapter.scsiHost, rport, rport.scsiTargetId, FcpLun.toScsiLun(SmallSan.LUN));
        }
    }

    /** What common I/O does to a device, one thing at a time. */
    private static void commonIo(World world) {
        SeededRandom random = world.random();
        FcpDevice device = world.device(random.below(world.devices().size()));
        int millis = random.below(200);
        switch (random.below(7)) {
            case 0, 1 -> {
                device.setOffline();
                world.sleep(millis);
                shutDown(world, device);
                device.setOnline();
            }
            case 2 -> {
                if (!world.module().level.suspends()) {
                    return;
                }
                world.note(device.busId(), "suspended and resumed");
                device.cdev().driver().freeze(device.cdev());
                world.sleep(millis);
                if (random.chance(500)) {
                    device.subchannel().happen(random.chance(500) ? CioEvent.OPER : CioEvent.GONE);
                    world.sleep(SUSPENDED_MILLIS);
                }
                device.cdev().driver().restore(device.cdev());
            }
            case 3 -> {
                world.note(device.busId(), "no path");
                device.subchannel().happen(random.chance(500) ? CioEvent.NO_PATH : CioEvent.BOXED);
                world.sleep(millis);
                device.subchannel().happen(CioEvent.OPER);
            }
            case 4 -> world.waitsForRecovery(device, () -> Attributes.adapterFailed(device.adapter()));
            case 5 -> {
                ScsiHost host = device.adapter().scsiHost;
                world.waitsForRecovery(device, () -> host.template.hostReset(host, ScsiConstants.SCSI_ADAPTER_RESET));
            }
            default -> world.sleep(millis);
        }
    }

    /** A link that comes back during the shutdown, or an event that was late, starts the adapter again, as in C. */
    private static void shutDown(World world, FcpDevice device) {
        Adapter adapter = device.adapter();
        world.await(() -> {
            if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_QDIOUP) != 0) {
                device.cdev().driver().setOffline(device.cdev());
            }
            return world.look(() -> ReqLists.isEmpty(adapter.reqList));
        }, PATIENCE_MILLIS);
    }

    /** What an administrator does when the faults are over. */
    private static void repair(World world, Surroundings surroundings, FcpDevice device) {
        Adapter adapter = device.adapter();
        device.subchannel().happen(CioEvent.OPER);
        // What has gone wrong before may be noticed only now.
        world.sleep(QUIET_MILLIS);
        SelfRecovery.expect(world, device);
        recover(world, device);
        if (world.hasLostFabric(device)) {
            recover(world, device);
        }
        Attributes.portRescan(adapter);
        surroundings.ports().forEach(port -> Attributes.portFailed(adapter, port.wwpn()));
        world.await(() -> SmallSan.open(device) == surroundings.ports().size(), PATIENCE_MILLIS);
        surroundings.ports().forEach(port -> addLun(world, surroundings, device, port.wwpn()));
    }

    /**
     * What has begun while there were faults comes to its end first: a reopen would be dropped. Bit errors that the channel has still to
     * report may then shut the adapter down once more.
     */
    private static void recover(World world, FcpDevice device) {
        world.await(() -> !isRecovering(device) || world.isRecoveryStuck(device) || world.isRecoveryEndless(device), PATIENCE_MILLIS);
        long before = world.recorded(device, SelfRecovery.BIT_ERRORS);
        Attributes.adapterFailed(device.adapter());
        world.await(() -> device.isUp() || !isRecovering(device) && world.recorded(device, SelfRecovery.BIT_ERRORS) != before, PATIENCE_MILLIS);
        if (!device.isUp() && world.recorded(device, SelfRecovery.BIT_ERRORS) != before) {
            Attributes.adapterFailed(device.adapter());
        }
        world.expect(world.await(device::isUp, PATIENCE_MILLIS), device, "the adapter does not come back");
    }

    private static boolean isRecovering(FcpDevice device) {
        return (device.adapter().status.read() & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0;
    }

    private static void expectWorking(World world, DiskUser user) {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (user.burst()) {
                return;
            }
            ScsiDevice sdev = user.find();
            if (sdev != null) {
                Attributes.lunFailed(sdev);
            }
            world.sleep(ATTEMPT_MILLIS);
        }
        world.expect(false, user.device(), "a disk does not work any more");
    }

    /** Processes that do something a few times, with pauses. */
    private static final class Processes {
        private final World world;
        private final AtomicInteger running = new AtomicInteger();
        private int started;

        Processes(World world) {
            this.world = world;
        }

        /** How a process is called. */
        static String name(String what, int number) {
            return what + ' ' + number;
        }

        /** Starts one that acts {@code full} times, or less often if the script is not played in full. */
        void start(String what, int full, int pause, Runnable action) {
            startOnly(name(what, started), full, pause, action);
        }

        /** The same for one of which there are no others. */
        void startOnly(String name, int full, int pause, Runnable action) {
            int number = started++;
            int times = world.config().parts().of(name, full);
            if (times == 0) {
                return;
            }
            running.incrementAndGet();
            SeededRandom random = world.config().draws().sequence(world.config().seed() + number);
            world.fork(name, () -> {
                for (int i = 0; i < times; i++) {
                    world.sleep(random.below(pause));
                    action.run();
                }
                running.decrementAndGet();
            });
        }

        void await() {
            if (world.await(this::haveEnded, PATIENCE_MILLIS)) {
                return;
            }
            world.devices().stream().filter(world::isRecoveryStuck).forEach(device -> recover(world, device));
            boolean ended = world.await(this::haveEnded, PATIENCE_MILLIS);
            world.expect(ended || world.devices().stream().anyMatch(world::isRecoveryEndless), world.device(0), "a process does not end");
        }

        private boolean haveEnded() {
            return running.get() == 0;
        }
    }
}
