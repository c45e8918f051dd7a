// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_CLOSE_PORT;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.sysfs.AdapterAttributes;

/** What goes wrong in C, and in the port, when a reopen of the adapter is dropped or refused: the whole story of each. */
class RecoveryMistakesTest {
    private static final RemotePort REMOTE = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final RemotePort SECOND = new RemotePort(0x500507630303c562L, 0x5005076303ffc562L, 0x010300);
    private static final int OPEN = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED;
    /** What is traced as "need" when one runs already, and when the object has failed. */
    private static final int DROPPED = 0;
    private static final int REFUSED = 0xe0;
    private static final int FOR_EVER_MILLIS = 1_000_000;

    /** Linux's refill; once armed, something happens around the next refill of adapter open. */
    private static final class Armed implements RefillPolicy {
        private static final RefillPolicy GOOD = new AddUnless();
        private Runnable before = () -> { };
        private Runnable after = () -> { };

        @Override
        public String policyName() {
            return "armed";
        }

        @Override
        public int refill(Adapter adapter) {
            return GOOD.refill(adapter);
        }

        @Override
        public int initialRefill(Adapter adapter) {
            before.run();
            int rc = GOOD.refill(adapter);
            after.run();
            before = () -> { };
            after = () -> { };
            return rc;
        }
    }

    /** Takes the processor from the recovery thread when it has asked for a look-up, until the look-up has had its effect. */
    private static final class HeldRecovery implements Scheduler {
        private BooleanSupplier effect = () -> true;
        private boolean asked;

        @Override
        public int choose(Choice choice) {
            if (effect.getAsBoolean()) {
                return 0;
            }
            Task current = choice.current();
            if (current != null && isRecovery(current) && current.operation() == Operation.QUEUE_WORK) {
                asked = true;
                return 0;
            }
            for (int i = 0; asked && i < choice.size(); i++) {
                if (!isRecovery(choice.task(i))) {
                    return i;
                }
            }
            return asked && choice.advance() >= 0 ? choice.advance() : 0;
        }

        private static boolean isRecovery(Task task) {
            return task.name().startsWith("zfcperp");
        }

        @Override
        public boolean advancesEarly() {
            return true;
        }
    }

    private final Armed refill = new Armed();
    private final HeldRecovery scheduler = new HeldRecovery();

    /** One adapter that is online and has a port open. */
    private WorldResult online(String level, BiConsumer<World, FcpDevice> script) {
        WorldConfig config = new WorldConfig().devices(1).policy(refill).scheduler(scheduler)
                .level(level.equals("7.1") ? Levels.linux71() : Levels.linux510());
        Consumer<World> play = world -> {
            world.channel().san().addPort(REMOTE, false);
            world.device(0).setOnline();
            assertTrue(world.await(() -> isOpen(world.device(0).adapter(), REMOTE), 10_000));
            script.accept(world, world.device(0));
        };
        WorldResult result = World.play(config, play);
        assertEquals(List.of(), result.findings());
        assertFalse(result.deadlocked());
        return result;
    }

    private static boolean isOpen(Adapter adapter, RemotePort remote) {
        boolean[] open = {false};
        withPort(adapter, remote, port -> open[0] = (port.status.read() & OPEN) == OPEN && port.rport != null);
        return open[0];
    }

    private static void withPort(Adapter adapter, RemotePort remote, Consumer<Port> action) {
        Port port = Ports.getPortByWwpn(adapter, remote.wwpn());
        if (port != null) {
            action.accept(port);
            port.dev.put();
        }
    }

    private static void reopen(FcpDevice device, String tag) {
        ErpTrigger.adapterReopen(device.adapter(), ZFCP_STATUS_COMMON_ERP_FAILED, tag);
        ErpWait.wait(device.adapter());
    }

    private static List<Integer> needs(WorldResult result, String tag) {
        return result.records().stream().filter(record -> record.kind().equals("rec") && record.tag().equals(tag))
                .map(record -> record.bytes()[(int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset())] & 0xff).toList();
    }

    private static boolean isNoted(WorldResult result, String part) {
        return result.notes().stream().anyMatch(note -> note.contains(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void aLinkThatBouncesInTheMidstOfARecoveryLeavesThePortTypeUnknownUntilTheNextOneAsInC(String level) {
        WorldResult result = online(level, (world, device) -> {
            FcHost fc = device.adapter().scsiHost.fc;
            int known = fc.portType;
            assertNotEquals(FcHost.FC_PORTTYPE_UNKNOWN, known);
            refill.after = () -> {
                device.subchannel().linkDown(0);
                world.sleep(10);
                device.subchannel().linkUp();
                world.sleep(10);
            };
            reopen(device, "bounce1");
            world.sleep(FOR_EVER_MILLIS);
            assertTrue(device.isUp());
            assertEquals(FcHost.FC_PORTTYPE_UNKNOWN, fc.portType);

            assertTrue(world.hasLostFabric(device));
            reopen(device, "bounce2");
            world.sleep(1000);
            assertEquals(known, fc.portType);
            assertFalse(world.hasLostFabric(device));
        });
        assertEquals(List.of(DROPPED), needs(result, "fssrh_2"));
        assertTrue(isNoted(result, "does not know its fabric"), () -> result.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void recoveryWithoutMemoryIsStuckWhenTheAdapterHasFailedUntilTheLinkIsUpAsInC(String level) {
        WorldResult result = online(level, (world, device) -> {
            Adapter adapter = device.adapter();
            world.channel().san().addPort(SECOND, true);
            assertTrue(world.await(() -> isOpen(adapter, SECOND), 10_000));
            // One action waits for an answer, which the link takes away; the other one for memory, and then it is the only one.
            world.channel().addFault(Fault.of(FaultAction.DELAY, 0).command(FSF_QTCB_CLOSE_PORT).delay(300_000_000L).times(1));
            withPort(adapter, REMOTE, port -> ErpTrigger.portReopen(port, 0, "stuck_1"));
            world.sleep(50);
            world.memory().starve(1000);
            withPort(adapter, SECOND, port -> ErpTrigger.portReopen(port, 0, "stuck_2"));
            world.sleep(50);
            device.subchannel().linkDown(0);
            world.sleep(500);
            assertFalse(world.isRecoveryStuck(device));
            world.sleep(1000);
            world.memory().suffice();
            world.sleep(FOR_EVER_MILLIS);
            assertTrue((adapter.status.read() & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0);
            assertEquals(1, adapter.erpTotalCount);
            assertTrue(world.isRecoveryStuck(device));

            device.subchannel().linkUp();
            ErpWait.wait(adapter);
            assertTrue(world.await(() -> isOpen(adapter, REMOTE) && isOpen(adapter, SECOND), 10_000));
            assertFalse(world.isRecoveryStuck(device));
        });
        assertEquals(List.of(REFUSED), needs(result, "erstgy1"));
        assertTrue(isNoted(result, "recovery is stuck"), () -> result.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void aDIdThatIsFoundBeforeTheActionHasEndedLeavesThePortClosedAsInC(String level) {
        WorldResult result = online(level, (world, device) -> {
            Adapter adapter = device.adapter();
            // So that the look-up is the only thing that the work queue has to do.
            world.module().parameters.noAutoPortRescan = true;
            withPort(adapter, REMOTE, port -> {
                port.dId = 0;
                scheduler.effect = () -> world.recorded(device, "fcgpn_3") != 0;
                ErpTrigger.portReopen(port, 0, "lookup1");
            });
            ErpWait.wait(adapter);
            world.sleep(FOR_EVER_MILLIS);
            withPort(adapter, REMOTE, port -> {
                assertEquals(REMOTE.dId(), port.dId);
                assertEquals(0, port.status.read() & (OPEN | ZFCP_STATUS_COMMON_ERP_FAILED | ZFCP_STATUS_COMMON_ERP_INUSE));
                assertTrue(world.isLookupLost(device, port));
                ErpTrigger.portReopen(port, 0, "lookup2");
                assertFalse(world.isLookupLost(device, port));
            });
            assertTrue(world.await(() -> isOpen(adapter, REMOTE), 10_000));
        });
        assertEquals(List.of(DROPPED), needs(result, "fcgpn_3"));
        assertTrue(isNoted(result, "a port stays closed"), () -> result.notes().toString());
    }

    /** A port that is being removed has left the list by which the reopen finds the actions whose place it takes. */
    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void recoveryOfAPortThatIsRemovedWhileThereIsNoMemoryIsNeverOverAsInC(String level) {
        WorldConfig config = new WorldConfig().devices(1).policy(refill).level(Levels.byRelease(level));
        int[] woken = {0};
        WorldResult result = World.play(config, world -> {
            FcpDevice device = world.device(0);
            world.channel().san().addPort(REMOTE, false);
            device.setOnline();
            Adapter adapter = device.adapter();
            assertTrue(world.await(() -> isOpen(adapter, REMOTE), 10_000));
            world.memory().starve(1000);
            assertEquals(0, AdapterAttributes.portRemoveStore(adapter.module, adapter.ccwDevice, REMOTE.wwpn()));
            world.sleep(50);
            world.memory().suffice();
            world.sleep(FOR_EVER_MILLIS);
            assertTrue(device.isUp());
            assertTrue((adapter.status.read() & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0);
            assertEquals(1, adapter.erpTotalCount);
            assertTrue(world.isRecoveryEndless(device));

            ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_COMMON_ERP_FAILED, "endless");
            world.fork("waiter", () -> {
                ErpWait.wait(adapter);
                woken[0]++;
            });
            world.sleep(FOR_EVER_MILLIS);
            assertTrue(device.isUp());
            assertEquals(1, adapter.erpTotalCount);
            ErpWait.wait(adapter);
            woken[0]++;
        });
        assertEquals(List.of(), result.findings());
        assertEquals(Outcome.DEADLOCK, result.run().outcome());
        assertEquals(0, woken[0]);
        assertTrue(isNoted(result, "recovery is never over"), () -> result.notes().toString());
    }

    /** C loses count of the SBAL then, and the answer is a panic; the port counts it as sent and signals it with the next one. */
    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void aSignalThatFailsInTheMidstOfARecoveryLosesNothingAlthoughItsReopenIsDropped(String level) {
        WorldResult result = online(level, (world, device) -> {
            refill.before = () -> world.channel().addFault(Fault.of(FaultAction.SIGA, 1).times(1));
            reopen(device, "signal1");
            world.sleep(1000);
            assertTrue(device.isUp());
            assertEquals(device.adapter().statReadBufNum, device.subchannel().stats().srbsNow());
            for (int i = 0; i < 40; i++) {
                device.notify("SENSE", Notification.of(FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
            }
            world.sleep(1000);
            assertEquals(device.adapter().statReadBufNum, device.subchannel().stats().srbsNow());
            assertTrue(isOpen(device.adapter(), REMOTE));
        });
        assertEquals(List.of(DROPPED), needs(result, "fsrs__1"));
    }
}
