// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The lab recognises some mistakes of zfcp, and notes them. Bugs with the same symptoms are no such mistakes: the kitchen sink tells
 * each as a violation.
 */
class KnownMistakeMutantTest {
    /**
     * A bug.
     *
     * @param hunt where it is looked for
     * @param symptom part of the finding, as the mistake would produce it if it were not recognised
     */
    private record Mutant(String name, Class<? extends UnaryOperator<String>> hunt, String symptom, List<Mutation> mutations) {
        Mutant(String name, String symptom, Mutation... mutations) {
            this(name, SinkHunt.class, symptom, List.of(mutations));
        }
    }

    private static final String PORT_TYPE_UNKNOWN = "its port type is not known";
    private static final String NO_END = "a process does not end";
    private static final String LATE = "was completed although error handling had ended it";
    private static final String LET_THROUGH = "is let through although it is blocked";
    private static final String LEFT_ALONE = "does not work, has not failed, and nobody recovers it";
    private static final String RECURSION = "host_lock is held by the task that takes it";

    private static final List<Mutant> MUTANTS = List.of(
        new Mutant("port type not set from configuration data", PORT_TYPE_UNKNOWN,
            new Mutation("zfcp/fsf/ExchangeConfigData", "exchangeConfigDataHandler", "ShostUpdate", "shostUpdateConfigData",
                "hostStays")),
        new Mutant("no reopen when all actions are without memory", NO_END,
            new Mutation("zfcp/erp/strategy/ErpStrategy", "outOfMemory", "ErpTrigger", "adapterReopenLocked", "adapterNot")),
        new Mutant("actions of ports not dismissed by a reopen", NO_END,
            new Mutation("zfcp/erp/ErpDismiss", "actionDismissAdapter", "ErpDismiss", "actionDismissPort", "portStays")),
        new Mutant("PORT_CLOSED looked up by another D_ID", "fssrpc1, which did not follow",
            new Mutation("zfcp/fsf/StatusRead", "statusReadPortClosed", "U24", "get", "anotherDId")),
        new Mutant("commands not forgotten after a reset that succeeded", LateAnswerHunt.class, LATE, List.of(
            new Mutation("zfcp/scsi/host/TaskManagement", "taskMgmtFunction", "TaskManagement", "forgetCmnds", "forgetNot"))),
        new Mutant("port let through without a look at its status", LET_THROUGH,
            new Mutation("zfcp/erp/strategy/RportUnblock", "tryRportUnblock", "AtomicInt", "read", 1, "unblocked")),
        new Mutant("port not reopened when its D_ID was found", LEFT_ALONE,
            new Mutation("zfcp/fc/gs/DidLookupWork", "portDidLookup", "ErpTrigger", "portReopen", "portNot")),
        new Mutant("host_lock taken again for the registration of a port", RECURSION,
            new Mutation("zfcp/erp/strategy/RportUnblock", "tryRportUnblock", "Rports", "scheduleRportRegister",
                "registerUnderLock")));

    @TestFactory
    List<DynamicTest> isTold() {
        return MUTANTS.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            MutantLoader loader = new MutantLoader(mutant.mutations());
            String result = loader.hunt(mutant.hunt(), mutant.symptom());
            assertTrue(loader.applied() >= mutant.mutations().size(), "calls redirected: " + loader.applied());
            assertTrue(result.contains(mutant.symptom()), "not told");
        })).toList();
    }

    @Test
    void withoutMutationALateAnswerIsNotTold() throws ReflectiveOperationException {
        assertEquals("[]", new MutantLoader(List.of()).hunt(LateAnswerHunt.class, LATE));
    }
}
