// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.dbf.LabTraces;
import org.zfcp4j.dbf.judge.Remark.Weight;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** Each diagnosis with runs of the lab that have it, and with runs that resemble them and have it not. */
class DiagnosesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final RemotePort PORT = new RemotePort(0x5005_0763_0300_c562L, 0x5005_0763_0300_c000L, 0x010200);

    @TempDir
    Path folder;

    private static WorldResult moment(String name, String policy, Level level) {
        Moment moment = Scenarios.byName("link-flap").moments().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
        return new Player(new PlayOptions(0, List.of(), false, level)).decisive(moment, RefillPolicies.byName(policy), 1).result();
    }

    private List<Remark> judge(WorldResult result, int level) throws Exception {
        List<Remark> remarks = LabTraces.judge(folder, result, level);
        assertEquals(Set.of(), LabTraces.kinds(remarks, Weight.IMPOSSIBLE), remarks.toString());
        return remarks;
    }

    private Set<String> diagnoses(WorldResult result, int level) throws Exception {
        return LabTraces.kinds(judge(result, level), Weight.DIAGNOSIS);
    }

    private static Remark of(String kind, List<Remark> remarks) {
        return remarks.stream().filter(remark -> remark.kind().equals(kind)).findFirst().orElseThrow(() -> new AssertionError(remarks.toString()));
    }

    /** A device with a remote port is set online, and then something happens. */
    private static WorldResult play(Consumer<World> script) {
        return LabTraces.play(Levels.linux510(), world -> {
            world.channel().san().addPort(PORT, false);
            world.device(0).setOnline();
            world.sleep(1000);
            script.accept(world);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {LabTraces.USUAL_LEVEL, LabTraces.FULL_LEVEL})
    void theRaceThatTheCommitClosed(int level) throws Exception {
        List<Remark> remarks = judge(moment("parallel-claim", "check-then-dec", Levels.linux510()), level);
        assertEquals(Set.of("over-post-claim"), LabTraces.kinds(remarks, Weight.DIAGNOSIS));
        Remark remark = of("over-post-claim", remarks);
        assertTrue(remark.text().startsWith("17 status read buffers were posted, 16 were agreed"), remark.text());
        assertEquals("qdireq1", remark.records().get(0).tag());
        assertTrue(remark.remedy().contains("60a161b7e5b2"), remark.remedy());
    }

    @ParameterizedTest
    @CsvSource({"add-unless", "cancel-at-close", "claim-all"})
    void noRaceWhereTheClaimIsAtomic(String policy) throws Exception {
        assertEquals(Set.of(), diagnoses(moment("parallel-claim", policy, Levels.linux510()), LabTraces.USUAL_LEVEL));
    }

    @ParameterizedTest
    @CsvSource({"pending-work,add-unless,18,qdireq1,5.10", "burst,add-unless,32,qdireq1,5.10", "rport-block,check-then-dec,18,qdireq1,5.10",
        "pending-work,add-unless,18,qdreqt1,7.1", "burst,add-unless,32,qdreqt1,7.1"})
    void theWindowThatTheCommitLeaves(String name, String policy, int posted, String tag, String release) throws Exception {
        for (int level : new int[] {LabTraces.USUAL_LEVEL, LabTraces.FULL_LEVEL}) {
            List<Remark> remarks = judge(moment(name, policy, Levels.byRelease(release)), level);
            assertEquals(Set.of("over-post-window"), LabTraces.kinds(remarks, Weight.DIAGNOSIS));
            Remark remark = of("over-post-window", remarks);
            assertTrue(remark.text().startsWith(posted + " status read buffers were posted, 16 were agreed (" + tag + ")"), remark.text());
        }
    }

    @ParameterizedTest
    @CsvSource({"pending-work,5.10", "burst,5.10", "rport-block,5.10", "rport-block-burst,5.10", "burst,7.1"})
    void noWindowWhereCloseCancels(String name, String release) throws Exception {
        assertEquals(Set.of(), diagnoses(moment(name, "cancel-at-close", Levels.byRelease(release)), LabTraces.USUAL_LEVEL));
    }

    /** The channel reports an error for an ordinary command: the queues are closed with as many buffers as were agreed. */
    @Test
    void anErrorOfTheQueueIsNotAnOverPost() throws Exception {
        WorldResult result = play(world -> {
            world.channel().addFault(Fault.of(FaultAction.SLSB_OUTPUT, 0).on(0).times(1));
            world.device(0).notify("RSCN", Notification.rscn(0x010200));
            world.sleep(20_000);
        });
        assertEquals(Set.of("queue-error"), diagnoses(result, LabTraces.USUAL_LEVEL));
    }

    /** do_QDIO refuses the first buffer of that many opens, since the queues are gone. Recovery tries again after 8 s. */
    private static WorldResult firstBufferFails(int times) {
        RefillPolicy refused = new RefillPolicy() {
            private int left = times;

            @Override
            public String policyName() {
                return "refused";
            }

            @Override
            public int refill(Adapter adapter) {
                if (left > 0) {
                    left--;
                    adapter.qdio.device.shutdown(QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR);
                }
                return new AddUnless().refill(adapter);
            }
        };
        return World.play(new WorldConfig().devices(1).level(Levels.linux510()).journal(true).policy(refused), world -> {
            world.fork("set online", () -> world.device(0).setOnline());
            world.await(world.device(0)::isUp, 60_000);
        });
    }

    @Test
    void noBufferCanBePostedAgainAndAgain() throws Exception {
        List<Remark> remarks = judge(firstBufferFails(2), LabTraces.USUAL_LEVEL);
        assertEquals(Set.of("srb-starvation"), LabTraces.kinds(remarks, Weight.DIAGNOSIS), remarks.toString());
        assertTrue(of("srb-starvation", remarks).text().startsWith("axsref1 2 times; 2 posts of "), remarks.toString());
    }

    @Test
    void onceIsNotAgainAndAgain() throws Exception {
        WorldResult result = firstBufferFails(1);
        assertTrue(result.tags().contains("axsref1"), result.tags().toString());
        assertEquals(Set.of(), diagnoses(result, LabTraces.USUAL_LEVEL));
    }

    private static WorldResult opensFail(int times) {
        return play(world -> {
            Fault fault = Fault.of(FaultAction.FSF_STATUS, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE)
                    .qualifier(FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).command(FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID)
                    .port(PORT.wwpn());
            world.channel().addFault(times == 0 ? fault : fault.times(times));
            world.channel().san().sendLogo(PORT.wwpn());
            world.sleep(20_000);
        });
    }

    @Test
    void recoveryGivesUpAfterFourFailures() throws Exception {
        List<Remark> remarks = judge(opensFail(0), LabTraces.USUAL_LEVEL);
        assertEquals(Set.of("gives-up"), LabTraces.kinds(remarks, Weight.DIAGNOSIS), remarks.toString());
        assertTrue(of("gives-up", remarks).text().startsWith("recovery of the port 0x500507630300c562 has failed 4 times"), remarks.toString());
    }

    @Test
    void recoveryThatSucceedsInTheEndDoesNotGiveUp() throws Exception {
        assertEquals(Set.of(), diagnoses(opensFail(2), LabTraces.USUAL_LEVEL));
    }

    private static WorldResult answersAfter(long nanos) {
        return play(world -> {
            world.channel().addFault(Fault.of(FaultAction.DELAY, 0).command(FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID).delay(nanos)
                    .port(PORT.wwpn()).times(1));
            world.channel().san().sendLogo(PORT.wwpn());
            world.sleep(40_000);
        });
    }

    @Test
    void aRequestTakesLong() throws Exception {
        List<Remark> remarks = judge(answersAfter(12 * SECOND), LabTraces.FULL_LEVEL);
        assertEquals(Set.of("slow-requests"), LabTraces.kinds(remarks, Weight.DIAGNOSIS));
        assertTrue(of("slow-requests", remarks).text().contains("OPEN_PORT_WITH_DID") && of("slow-requests", remarks).text().contains(" 12.00"),
                remarks.toString());
    }

    @Test
    void aRequestTakesLessLong() throws Exception {
        assertEquals(Set.of(), diagnoses(answersAfter(9 * SECOND), LabTraces.FULL_LEVEL));
    }

    @Test
    void aRequestIsNotAnsweredInTime() throws Exception {
        assertTrue(diagnoses(answersAfter(35 * SECOND), LabTraces.USUAL_LEVEL).contains("timeouts"));
    }

    private static WorldResult flaps(int times, int pauseMillis) {
        return play(world -> {
            for (int i = 0; i < times; i++) {
                world.unplug();
                world.sleep(500);
                world.replug();
                world.sleep(pauseMillis);
            }
        });
    }

    @Test
    void theLinkFlaps() throws Exception {
        List<Remark> remarks = judge(flaps(3, 5000), LabTraces.USUAL_LEVEL);
        assertEquals(Set.of("link-flaps"), LabTraces.kinds(remarks, Weight.DIAGNOSIS));
        assertEquals(3, of("link-flaps", remarks).records().size());
    }

    @ParameterizedTest
    @CsvSource({"2,5000", "3,400000"})
    void aLinkThatGoesDownNowAndThenIsNoted(int times, int pauseMillis) throws Exception {
        List<Remark> remarks = judge(flaps(times, pauseMillis), LabTraces.USUAL_LEVEL);
        assertEquals(Set.of(), LabTraces.kinds(remarks, Weight.DIAGNOSIS));
        assertTrue(LabTraces.kinds(remarks, Weight.NOTE).contains("link-down"));
    }

    private static WorldResult logouts(int times) {
        return play(world -> {
            for (int i = 0; i < times; i++) {
                world.channel().san().sendLogo(PORT.wwpn());
                world.sleep(5000);
            }
        });
    }

    @Test
    void aRemotePortFlaps() throws Exception {
        List<Remark> remarks = judge(logouts(4), LabTraces.USUAL_LEVEL);
        assertEquals(Set.of("port-flaps"), LabTraces.kinds(remarks, Weight.DIAGNOSIS));
    }

    @Test
    void aPortThatLogsOutTwiceDoesNot() throws Exception {
        assertEquals(Set.of(), diagnoses(logouts(2), LabTraces.USUAL_LEVEL));
    }
}
