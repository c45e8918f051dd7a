// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zfcp4j.checked.FieldInstrumenter;

/** Locks not taken, and barriers left out, which {@code --races} reports with the variable that they protect. */
class RaceMutantTest {
    private record Mutant(String name, String symptom, List<Mutation> mutations) {
    }

    private static final List<Mutant> MUTANTS = List.of(
        new Mutant("no barrier before SBALs are handed over", "request SBAL: nothing orders the write",
            List.of(new Mutation("qdio/SlsbRun", "set", "VarHandle", "fullFence", 1, "fenceNot"))),
        new Mutant("request freed while it is in flight", "is used after it was freed",
            List.of(new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndFreeRequest"))),
        new Mutant("page freed while the channel has it", "is used after it was freed",
            List.of(new Mutation("zfcp/fsf/StatusRead", "statusRead", "FsfReqs", "reqSend", "sendAndFree"))),
        spin("request taken off the list without its lock", "list_", "zfcp/reqlist/ReqLists", "findRm"),
        spin("FCP command sent without req_q_lock", "adapter.req_no", "zfcp/fsf/FcpCmnd", "fcpCmnd"),
        spin("events of the transport queued without their lock", "list_", "zfcp/fc/FcEventQueue", "postEvent"),
        rw("port put on the list without port_list_lock", "list_node", "zfcp/adapter/Ports", "portEnqueue", "write"),
        rw("unit put on the list without unit_list_lock", "list_node", "zfcp/unit/Units", "unitAdd", "write"));

    private static Mutant spin(String name, String symptom, String inClass, String inMethod) {
        return new Mutant(name, symptom, List.of(new Mutation(inClass, inMethod, "SpinLock", "lockIrq", "spinNot"),
            new Mutation(inClass, inMethod, "SpinLock", "unlockIrq", "spinNot")));
    }

    private static Mutant rw(String name, String symptom, String inClass, String inMethod, String how) {
        return new Mutant(name, symptom, List.of(new Mutation(inClass, inMethod, "RwLock", how + "LockIrq", "lockNot"),
            new Mutation(inClass, inMethod, "RwLock", how + "UnlockIrq", "lockNot")));
    }

    @TestFactory
    List<DynamicTest> isFound() {
        return MUTANTS.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            MutantLoader loader = new MutantLoader(mutant.mutations(), FieldInstrumenter.ofDriver());
            String result = loader.hunt(SinkHunt.class, mutant.symptom());
            assertTrue(loader.applied() >= mutant.mutations().size(), "calls redirected: " + loader.applied());
            assertTrue(result.contains(mutant.symptom()), result);
        })).toList();
    }
}
