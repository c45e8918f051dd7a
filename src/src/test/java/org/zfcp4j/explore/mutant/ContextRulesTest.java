// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.explore.Outcome;
import org.zfcp4j.explore.Program;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchOptions;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** The kernel's rules of contexts, locks and storage are checked in every execution of a search: each is broken once. */
class ContextRulesTest {
    /** The driver, changed so that it breaks a rule. */
    static List<Arguments> breaches() {
        return List.of(
            Arguments.of(Hunt.RACE, "SLEEP_IN_ATOMIC_CONTEXT", "holding req_q_lock in zfcp_fsf_status_read",
                new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndSleep")),
            Arguments.of(Hunt.RACE_ONE, "LOCK_HELD_AT_EXIT", "req_q_lock",
                new Mutation("zfcp/fsf/StatusRead", "statusRead", "SpinLock", "unlockIrq", "unlockNot")),
            Arguments.of(Hunt.RACE, "LOCK_RECURSION", "req_q_lock",
                new Mutation("zfcp/fsf/StatusRead", "statusRead", "SpinLock", "unlockIrq", "unlockNot")),
            Arguments.of(Hunt.RACE, "STORAGE_MISUSE", "in zfcp_fsf_status_read_handler",
                new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndFree")),
            Arguments.of(Hunt.RACE, "PANIC", "unknown request id 1",
                new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndFreeRequest")),
            Arguments.of(Hunt.RACE, "misuse of storage", "written after it was freed: an object of type FsfReq",
                new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndNote")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void isFoundAndNamed(Hunt hunt, String rule, String details, Mutation mutation) throws ReflectiveOperationException {
        MutantLoader loader = new MutantLoader(List.of(mutation));
        String result = MutantTest.hunt(hunt, loader);
        assertTrue(loader.applied() > 0);
        assertTrue(result.startsWith("violated: ") && result.contains(rule) && result.contains(details), result);
    }

    /** Two processes. */
    private abstract static class TwoTasks implements Program, Program.Instance {
        @Override
        public void main() {
            // the tasks exist
        }

        @Override
        public String fault(RunResult result) {
            return null;
        }
    }

    private static SearchResult search(Program program, int preemptions) {
        return new Search(program, SearchOptions.dfs(preemptions)).run(progress -> { });
    }

    @Test
    void workOnADestroyedQueueIsFound() {
        SearchResult result = search(new TwoTasks() {
            @Override
            public Instance start(VirtualKernel kernel) {
                WorkQueue queue = kernel.orderedWorkQueue("zfcp_q");
                Work work = kernel.work("stat_work", null, item -> { });
                kernel.user("notification", () -> queue.queue(work));
                kernel.user("removal", queue::destroy);
                return this;
            }
        }, 2);
        assertEquals(Outcome.VIOLATED, result.outcome());
        String fault = result.findings().get(0).execution().fault();
        assertTrue(fault.startsWith("WORK_ON_DESTROYED_QUEUE in notification"), fault);
    }

    /** One of the two readers lets the other pass, so there is no deadlock; the order is noted all the same. */
    @Test
    void inverseOrderOfLocksIsNotedWithoutADeadlock() {
        SearchResult result = search(new TwoTasks() {
            @Override
            public Instance start(VirtualKernel kernel) {
                RwLock erp = kernel.rwLock("erp_lock", null);
                RwLock ports = kernel.rwLock("port_list_lock", null);
                kernel.user("one", () -> nested(erp, ports));
                kernel.user("two", () -> nested(ports, erp));
                return this;
            }
        }, 2);
        assertEquals(Outcome.EXHAUSTED, result.outcome());
        assertEquals(List.of("lock order: erp_lock(r) -> port_list_lock(r) in one; port_list_lock(r) -> erp_lock(r) in two"),
            result.lockCycles());
    }

    private static void nested(RwLock first, RwLock second) {
        first.readLock();
        second.readLock();
        second.readUnlock();
        first.readUnlock();
    }
}
