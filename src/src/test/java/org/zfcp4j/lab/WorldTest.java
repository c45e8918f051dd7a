// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.layout.fsf.FsfConstants;

class WorldTest {
    private static final int UP = 0x5400040b;
    private static final Consumer<World> ONLINE = world -> world.devices().forEach(FcpDevice::setOnline);

    private static WorldResult seeded(long seed, boolean journal) {
        return World.play(new WorldConfig().seed(seed).scheduler(new SeededScheduler(seed)).journal(journal), ONLINE);
    }

    @Test
    void anAdapterComesUpWithSixteenStatusReadBuffers() {
        int[] status = {0, 0};
        WorldResult result = World.play(new WorldConfig(), world -> {
            ONLINE.accept(world);
            world.sleep(100);
            for (int i = 0; i < 2; i++) {
                status[i] = world.device(i).adapter().status.read();
            }
        });
        assertEquals(List.of(), result.findings());
        assertEquals(Integer.toHexString(UP), Integer.toHexString(status[0]));
        assertEquals(Integer.toHexString(UP), Integer.toHexString(status[1]));
        assertTrue(result.up());
        assertEquals(16, result.maxSrbs());
        assertTrue(result.tags().contains("ccsonl1"), () -> result.tags().toString());
    }

    @Test
    void theSameSeedGivesTheSameRunAndAJournalChangesNothing() {
        Schedule first = seeded(7, false).run().schedule();
        assertEquals(first, seeded(7, false).run().schedule());
        assertEquals(first, seeded(7, true).run().schedule());
        assertEquals(seeded(7, true).events(), seeded(7, true).events());
        assertNotEquals(first, seeded(8, false).run().schedule());
    }

    @Test
    void theTolerantChannelIsToldAsTheLimit() {
        assertEquals(20, World.play(new WorldConfig().srbLimit(20), ONLINE).limit());
        assertEquals(16, World.play(new WorldConfig(), ONLINE).limit());
    }

    @Test
    void aFaultRuleOfTheConfigurationHasEffect() {
        WorldResult result = World.play(new WorldConfig().faults(List.of(Fault.of(FaultAction.FSF_STATUS, 0x99).on(0)
                .command(FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA))), ONLINE);
        assertTrue(!result.up());
        assertEquals(List.of(), result.findings());
    }

    @Test
    void itRunsOnRealThreads() {
        WorldResult result = World.play(new WorldConfig().real(true).settleMillis(200), ONLINE);
        assertEquals(List.of(), result.findings());
        assertTrue(result.up());
        assertEquals(16, result.maxSrbs());
    }

    @Test
    void recoveryThatIsStuckOnRealThreadsIsReportedWithItsPlace() {
        RealRun run = new RealRun("stuck", () -> java.util.concurrent.locks.LockSupport.parkNanos(300_000_000L));
        assertTrue(!run.endsWithin(10));
        assertTrue(run.endsWithin(5_000));
    }

    @Test
    void whatAScenarioExpectsAndDoesNotComeAboutIsAFinding() {
        WorldResult result = World.play(new WorldConfig(), world -> world.expect(false, world.device(0), "nothing came"));
        assertEquals(Invariant.RECOVERY, result.findings().get(0).invariant());
    }

    /** Recovery begins anew when settling is over, and its real threads change what the checkers would look at. */
    @Test
    void checkersDoNotLookAtADeviceWhoseRecoveryIsStuckOnRealThreads() {
        WorldResult result = World.play(new WorldConfig().real(true).devices(1).settleMillis(3000), world -> {
            ONLINE.accept(world);
            AtomicInt status = world.device(0).adapter().status;
            Thread script = Thread.currentThread();
            world.fork("late recovery", () -> {
                while (!isSettling(script)) {
                    Thread.onSpinWait();
                }
                status.or(ZFCP_STATUS_ADAPTER_ERP_PENDING);
            });
        });
        assertEquals(List.of(Invariant.PROGRESS), result.findings().stream().map(Finding::invariant).toList());
    }

    private static boolean isSettling(Thread script) {
        return Arrays.stream(script.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("settle"))
                && Arrays.stream(script.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("msleep"));
    }
}
