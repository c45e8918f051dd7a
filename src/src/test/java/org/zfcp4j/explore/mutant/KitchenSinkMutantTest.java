// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zfcp4j.lab.check.Invariant;

/** Bugs all over the driver that the kitchen sink finds among two hundred random schedules, each reported as a violated invariant. */
class KitchenSinkMutantTest {
    /**
     * A bug.
     *
     * @param symptom the invariant that is reported as violated
     */
    private record Mutant(String name, Invariant symptom, List<Mutation> mutations) {
        Mutant(String name, Invariant symptom, Mutation mutation) {
            this(name, symptom, List.of(mutation));
        }
    }

    private static final List<Mutant> MUTANTS = List.of(
        new Mutant("completion leaves the timer running", Invariant.TIMERS,
            new Mutation("zfcp/fsf/FsfCompletion", "reqComplete", "Timer", "deleteSync", "timerStays")),
        new Mutant("request not freed", Invariant.REFERENCES,
            new Mutation("zfcp/fsf/FsfCompletion", "reqComplete", "FsfReqs", "reqFree", "freeNot")),
        new Mutant("page of a status read that was answered or dismissed not freed", Invariant.STORAGE,
            new Mutation("zfcp/fsf/StatusRead", "statusReadHandler", "StoragePool", "free", "pageNot")),
        new Mutant("port reference of an answered open port", Invariant.REFERENCES,
            new Mutation("zfcp/fsf/OpenPort", "openPortHandler", "Device", "put", "putNot")),
        new Mutant("user of a well-known port not counted", Invariant.REFERENCES,
            new Mutation("zfcp/fc/gs/WkaPortOps", "wkaPortGet", "AtomicInt", "inc", "countNot")),
        new Mutant("link test that never ends", Invariant.PORTS,
            new Mutation("zfcp/fc/gs/Adisc", "adiscHandler", "AtomicInt", "andnot", "bitStays")),
        new Mutant("requests not dismissed when the adapter is closed", Invariant.REQUEST_LIFE,
            new Mutation("zfcp/erp/strategy/AdapterStrategy", "adapterStrategyClose", "FsfCompletion", "reqDismissAll",
                "dismissNot")),
        new Mutant("request SBALs not cleared", Invariant.REQUEST_QUEUE,
            new Mutation("zfcp/qdio/QdioHandlers", "requestSbalsBack", "QdioHandlers", "zeroSbals", "zeroNot")),
        new Mutant("response SBALs not given back", Invariant.INPUT_QUEUE,
            new Mutation("zfcp/qdio/LayerScan", "toInputQueue", "Qdio", "doQdio", "giveLess")),
        new Mutant("PORT_CLOSED ignored", Invariant.REACTIONS,
            new Mutation("zfcp/fsf/StatusRead", "statusReadPortClosed", "ErpTrigger", "portReopen", "reopenNot")),
        new Mutant("version of the channel's code not taken over", Invariant.REACTIONS,
            new Mutation("zfcp/fsf/ExchangeConfigData", "exchangeConfigDataHandler", "U32", "get", 1, "noVersion")),
        new Mutant("protocol status without recovery", Invariant.REACTIONS,
            new Mutation("zfcp/fsf/ProtStatus", "protstatusEval", "ErpTrigger", "adapterReopen", "recoveryNot")),
        new Mutant("host that does not forget its link", Invariant.REACTIONS,
            new Mutation("zfcp/fsf/LinkDown", "linkDownInfoEval", "LinkDown", "fcHostLinkDown", "adapterAsBefore")),
        new Mutant("RSCN without link tests", Invariant.REACTIONS,
            new Mutation("zfcp/fc/IncomingEls", "incomingRscnLocked", "LinkTest", "testLink", "portStays")),
        new Mutant("FC class that is not supported ignored", Invariant.REACTIONS,
            new Mutation("zfcp/fsf/FsfStatus", "classNotSupp", "ErpTrigger", "adapterShutdown", "recoveryNot")),
        new Mutant("port that was closed counts as open", Invariant.REACTIONS,
            new Mutation("zfcp/fsf/ClosePort", "closePortHandler", "ErpStatus", "clearPortStatus", "portAsBefore")),
        new Mutant("action that goes on not traced", Invariant.REACTIONS,
            new Mutation("zfcp/erp/ErpActionLists", "actionReady", "DbfRec", "recRun", 2, "recordNot")),
        new Mutant("payload of a notification not traced", Invariant.TRACE,
            new Mutation("zfcp/dbf/DbfHba", "putUss", "Payload", "plWrite", "payloadNot")),
        new Mutant("link test that is none", Invariant.PROTOCOL,
            new Mutation("zfcp/fc/gs/Adisc", "adisc", "U8", "set", "byteNot")),
        new Mutant("reset that does not wait for recovery", Invariant.RECOVERY,
            new Mutation("zfcp/erp/ErpTrigger", "adapterResetSync", "ErpWait", "wait", "adapterAsBefore")),
        new Mutant("reference tag of protected blocks", Invariant.PROTOCOL,
            new Mutation("zfcp/fsf/FcpCmnd", "fill", "U32", "set", 4, "wordNot")),
        new Mutant("LUN not unblocked after its recovery", Invariant.RECOVERY,
            new Mutation("zfcp/erp/strategy/StrategyCheck", "strategyCheckLun", "ErpBlock", "lunUnblock", "unblockNot")),
        new Mutant("SCSI command not completed", Invariant.SCSI_COMMANDS,
            new Mutation("zfcp/fsf/FcpCmnd", "fcpCmndHandler", "ScsiCmnd", "scsiDone", "commandNot")),
        new Mutant("last entry of the SBAL of open LUN not marked", Invariant.PROTOCOL,
            new Mutation("zfcp/fsf/OpenLun", "openLun", "QdioFill", "setSbaleLast", "lastNot")),
        new Mutant("events for user space not posted", Invariant.HOST,
            new Mutation("zfcp/fc/FcEventQueue", "enqueueEvent", "ListHead", "addTail", "eventNot")),
        new Mutant("pages of an RSCN that are no events", Invariant.HOST,
            new Mutation("zfcp/fc/IncomingEls", "incomingRscn", "FcEventQueue", "enqueueEvent", "pageIsNoEvent")),
        new Mutant("lists of recovery traced without erp_lock", Invariant.CONTEXT, List.of(
            new Mutation("zfcp/dbf/DbfRec", "recTrigLock", "RwLock", "readLockIrq", "lockNot"),
            new Mutation("zfcp/dbf/DbfRec", "recTrigLock", "RwLock", "readUnlockIrq", "lockNot"))),
        new Mutant("units of a port looked at without their mutex", Invariant.CONTEXT, List.of(
            new Mutation("zfcp/scsi/host/SlaveOps", "slaveAlloc", "Mutex", "lock", "mutexNot"),
            new Mutation("zfcp/scsi/host/SlaveOps", "slaveAlloc", "Mutex", "unlock", "mutexNot"))));

    @TestFactory
    List<DynamicTest> isFound() {
        return MUTANTS.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            MutantLoader loader = new MutantLoader(mutant.mutations());
            String result = loader.hunt(SinkHunt.class, mutant.symptom().label() + ": ");
            assertTrue(loader.applied() >= mutant.mutations().size(), "calls redirected: " + loader.applied());
            assertTrue(result.contains(mutant.symptom().label() + ": "), result);
        })).toList();
    }

    @TestFactory
    DynamicTest withoutMutationNothingIsFound() {
        return DynamicTest.dynamicTest("no mutation", () -> assertEquals("", new MutantLoader(List.of()).hunt(SinkHunt.class, "")));
    }
}
