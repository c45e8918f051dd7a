// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bugs that zfcp had, or might have had: each is found again by the search within ten seconds. */
class MutantTest {
    /**
     * A bug.
     *
     * @param name what it is; a commit if it was in Linux
     * @param hunt where it is looked for
     * @param symptom part of what is reported
     */
    private record Mutant(String name, Hunt hunt, String symptom, List<Mutation> mutations) {
        Mutant(String name, Hunt hunt, String symptom, Mutation... mutations) {
            this(name, hunt, symptom, List.of(mutations));
        }
    }

    private static final List<Mutation> CANCEL_THEN_CLOSE = List.of(
        new Mutation("zfcp/erp/strategy/AdapterStrategy", "adapterStrategyClose", "QdioConnection", "close", "cancelThenClose"),
        new Mutation("zfcp/erp/strategy/AdapterStrategy", "adapterStrategyClose", "StatusReadRefill", "queuesClosed", "closedNot"));

    private static final List<Mutant> MUTANTS = List.of(
        new Mutant("60a161b7e5b2: count of missing buffers read and decremented in two steps", Hunt.RACE_BEFORE,
            "status read buffer 17 of 16 posted"),
        new Mutant("64deb6efdc55: 16 buffers, whatever the channel asks for", Hunt.REOPEN_TWENTY, "16 of 20",
            new Mutation("zfcp/erp/strategy/AdapterOpenFsf", "adapterStrategyOpenFsf", "AtomicInt", "set", "setSixteen")),
        new Mutant("f76ccaac4f82: reopen while the link is down", Hunt.LINK_DOWN, "while the link is down",
            new Mutation("zfcp/erp/ErpEnqueue", "enqueueNeeded", "ErpEnqueue", "handleFailed", "notFailed")),
        new Mutant("6f2ce1c6af37: rport unblocked against the recovery of a LUN", Hunt.RPORT, "while a LUN is in recovery",
            new Mutation("zfcp/erp/strategy/RportUnblock", "tryRportUnblock", "RwLock", "writeLockIrq", "lockNot"),
            new Mutation("zfcp/erp/strategy/RportUnblock", "tryRportUnblock", "RwLock", "writeUnlockIrq", "lockNot")),
        new Mutant("time-out of recovery on an action that is gone", Hunt.TIME_OUT, "on the ready list",
            new Mutation("zfcp/erp/ErpNotify", "notify", "ErpActionLists", "actionIsRunning", "isRunning")),
        new Mutant("list of ready actions that never ends", Hunt.REOPEN, "LIMIT",
            new Mutation("zfcp/erp/strategy/ErpThread", "thread", "ErpStrategy", "strategy", "strategyNot")),
        new Mutant("wake-up before the action is ready", Hunt.REOPEN, "LOST_WAKEUP",
            new Mutation("zfcp/erp/ErpActionLists", "actionReady", "ListHead", "moveToHead", "wakeThenMove"),
            new Mutation("zfcp/erp/ErpActionLists", "actionReady", "WaitQueue", "wakeUp", "wakeNot")),
        new Mutant("completion leaves the time-out of the same request running", Hunt.REOPEN_LONG, "timerFunction",
            new Mutation("zfcp/fsf/FsfCompletion", "reqComplete", "Timer", "deleteSync", "timerStays")),
        new Mutant("SBALs given back twice", Hunt.RACE, "req_q_free",
            new Mutation("zfcp/qdio/QdioHandlers", "requestSbalsBack", "AtomicInt", "add", "addTwice")),
        new Mutant("page of a status read freed before its handler", Hunt.RACE, "",
            new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndFree")),
        new Mutant("no second look at the inbound queue (lost initiative)", Hunt.RACE_WHOLE, "at the end",
            new Mutation("qdio/TaskletInputQueue", "inboundProcessing", "QueueTasklet", "taskletSchedule", "scheduleNot")),
        new Mutant("stat_work not queued", Hunt.RACE, "at the end",
            new Mutation("zfcp/fsf/StatusRead", "statusReadHandler", "WorkQueue", "queue", "queueNot")),
        new Mutant("stat_work queued before its buffer is counted", Hunt.RACE, "at the end",
            new Mutation("zfcp/fsf/StatusRead", "statusReadHandler", "AtomicInt", "inc", "countNot"),
            new Mutation("zfcp/fsf/StatusRead", "statusReadHandler", "WorkQueue", "queue", "queueThenCount")),
        new Mutant("stat_work cancelled before the queues are closed", Hunt.REOPEN_TWO, "", CANCEL_THEN_CLOSE));

    /** What a search may take; of processors, not of a clock on the wall, which a busy machine makes meaningless. */
    private static final Duration LIMIT = Duration.ofSeconds(20L * Runtime.getRuntime().availableProcessors());
    /** Seconds on the wall. */
    private static final double GIVEN_UP = 120;
    /** Seconds for a search that has nothing to find. */
    private static final double NOTHING_FOUND = 10;

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    static String hunt(Hunt hunt, MutantLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.copyOf(Hunt.class);
        return ((DoubleFunction<String>) type.getField(hunt.name()).get(null)).apply(GIVEN_UP);
    }

    @TestFactory
    List<DynamicTest> isFound() {
        return MUTANTS.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            MutantLoader loader = new MutantLoader(mutant.mutations());
            Duration before = processorTime();
            String result = hunt(mutant.hunt(), loader);
            Duration spent = processorTime().minus(before);
            assertTrue(loader.applied() >= mutant.mutations().size(), "calls redirected: " + loader.applied());
            assertTrue(result.startsWith("violated: ") || result.startsWith("deadlock: "), result);
            assertTrue(result.contains(mutant.symptom()), result);
            assertTrue(spent.compareTo(LIMIT) < 0, () -> "found after " + spent);
        })).toList();
    }

    /** In 7.1 close disables the tasklets of zfcp: until then one of them can queue stat_work again. Takes 22 s of processor time. */
    @Tag("soak")
    @Test
    void atLevel71CancellingBeforeTheTaskletsAreDisabledIsNotEnough() throws ReflectiveOperationException {
        String result = hunt(Hunt.REOPEN_TWO_71, new MutantLoader(CANCEL_THEN_CLOSE));
        assertTrue(result.startsWith("violated: "), result);
    }

    /** Without a mutation nothing is found where the mutants are. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RACE_BEFORE")
    void withoutMutationNothingIsFound(Hunt hunt) {
        String result = hunt.apply(NOTHING_FOUND);
        assertTrue(result.equals("exhausted") || result.equals("budget used"), result);
    }
}
