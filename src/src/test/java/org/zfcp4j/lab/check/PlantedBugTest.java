// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.ExchangeConfigData;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.fsf.StatusRead;

/** Each checker finds a bug that is made for it. */
class PlantedBugTest {
    /** Linux's refill, with a bug in adapter open. */
    private record Buggy(Consumer<Adapter> bug) implements RefillPolicy {
        private static final RefillPolicy GOOD = new AddUnless();

        @Override
        public String policyName() {
            return "buggy";
        }

        @Override
        public int refill(Adapter adapter) {
            return GOOD.refill(adapter);
        }

        @Override
        public int initialRefill(Adapter adapter) {
            bug.accept(adapter);
            return GOOD.refill(adapter);
        }
    }

    private static Set<Invariant> broken(WorldResult result) {
        return result.findings().stream().map(Finding::invariant)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Invariant.class)));
    }

    private static Set<Invariant> withPolicy(Consumer<Adapter> bug) {
        return broken(World.play(new WorldConfig().devices(1).policy(new Buggy(bug)),
                world -> world.device(0).setOnline()));
    }

    private static Set<Invariant> withScript(Consumer<World> bug) {
        return broken(World.play(new WorldConfig().devices(1), world -> {
            world.device(0).setOnline();
            world.sleep(100);
            bug.accept(world);
        }));
    }

    private static void assertFound(Invariant invariant, Set<Invariant> found) {
        assertTrue(found.contains(invariant), () -> invariant + " is not among " + found);
    }

    private static Adapter adapter(World world) {
        return world.device(0).adapter();
    }

    @Test
    void withoutABugNothingIsFound() {
        assertEquals(Set.of(), withPolicy(adapter -> { }));
        assertEquals(Set.of(), withScript(world -> { }));
    }

    @Test
    void aBufferTooMany() {
        assertFound(Invariant.SRB_LIMIT, withPolicy(adapter -> StatusRead.statusRead(adapter.qdio)));
    }

    @Test
    void aClaimThatIsNotPosted() {
        assertFound(Invariant.SRB_ACCOUNTING, withPolicy(adapter -> adapter.statMiss.addUnless(-1, 0)));
    }

    @Test
    void aCountBelowZero() {
        assertFound(Invariant.SRB_ACCOUNTING, withScript(world -> adapter(world).statMiss.dec()));
    }

    @Test
    void aBufferBeforeConfigurationData() {
        assertFound(Invariant.SRB_BEFORE_CONFIG, withPolicy(adapter -> {
            adapter.status.andnot(ZfcpStatus.ZFCP_STATUS_ADAPTER_XCONFIG_OK);
            StatusRead.statusRead(adapter.qdio);
        }));
    }

    @Test
    void anSbalGivenBackTwice() {
        assertFound(Invariant.REQUEST_QUEUE, withScript(world -> adapter(world).qdio.reqQFree.inc()));
    }

    @Test
    void aRequestThatIsForgotten() {
        assertFound(Invariant.REQUEST_LIFE, withScript(world -> {
            for (ListHead<FsfReq> bucket : adapter(world).reqList.buckets) {
                if (!bucket.isEmpty()) {
                    bucket.first().del();
                    return;
                }
            }
        }));
    }

    @Test
    void aStatusBitChangedByAStranger() {
        assertFound(Invariant.STATUS_BITS, withScript(world ->
                adapter(world).status.andnot(ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP)));
    }

    @Test
    void aRecoveryActionThatIsCountedAndNotListed() {
        assertFound(Invariant.ERP_ACTIONS, withScript(world -> {
            adapter(world).erpTotalCount++;
            ErpTrigger.adapterReopen(adapter(world), 0, "planted");
            world.sleep(2000);
            adapter(world).erpTotalCount--;
        }));
    }

    @Test
    void aWaitForEver() {
        WorldResult result = World.play(new WorldConfig().devices(1), world -> {
            Completion never = world.kernel().completion("never", null);
            never.waitForCompletion();
        });
        assertFound(Invariant.PROGRESS, broken(result));
        assertTrue(result.deadlocked());
    }

    @Test
    void aSleepUnderASpinLock() {
        assertFound(Invariant.CONTEXT, withScript(world -> {
            SpinLock lock = world.kernel().spinLock("planted", null);
            lock.lock();
            world.sleep(1);
            lock.unlock();
        }));
    }

    @Test
    void locksTakenInBothOrders() {
        assertFound(Invariant.CONTEXT, withScript(world -> {
            SpinLock a = world.kernel().spinLock("planted a", null);
            SpinLock b = world.kernel().spinLock("planted b", null);
            both(a, b);
            both(b, a);
        }));
    }

    private static void both(SpinLock first, SpinLock second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    @Test
    void storageThatIsNotFreed() {
        assertFound(Invariant.STORAGE, withScript(world -> world.kernel().storage().alloc(64, 8)));
    }

    @Test
    void storageThatIsUsedAfterItWasFreed() {
        assertFound(Invariant.STORAGE, withScript(world -> {
            long address = world.kernel().storage().alloc(64, 8);
            world.kernel().storage().free(address);
            Memory.putByte(address, (byte) 1);
        }));
    }

    @Test
    void aReferenceThatIsNotDropped() {
        assertFound(Invariant.REFERENCES, withScript(world -> adapter(world).ref.get()));
    }

    @Test
    void aReferenceThatIsDroppedTwice() {
        assertFound(Invariant.REFERENCES, withScript(world -> adapter(world).gs.ds().refcount.dec()));
    }

    @Test
    void aRequestThatIsNotFreed() {
        assertFound(Invariant.REFERENCES, withScript(world -> adapter(world).module.fsfReqCache.alloc()));
    }

    @Test
    void queuesThatAreOpenBeforeTheirSbalsAreFree() {
        assertFound(Invariant.REQUEST_QUEUE, withScript(world -> {
            adapter(world).qdio.reqQFree.dec();
            adapter(world).status.andnot(ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP);
            adapter(world).status.or(ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP);
        }));
    }

    @Test
    void anSbalThatIsMissingWhenTheQueuesAreClosed() {
        assertFound(Invariant.REQUEST_QUEUE, withScript(world -> {
            adapter(world).qdio.reqQFree.dec();
            ErpTrigger.adapterReopen(adapter(world), 0, "planted");
            world.sleep(2000);
        }));
    }

    @Test
    void aTimerOfARequestThatIsGone() {
        assertFound(Invariant.TIMERS, withScript(world -> {
            FsfReq req = adapter(world).module.fsfReqCache.alloc();
            req.reset();
            req.adapter = adapter(world);
            FsfReqs.startTimer(req, 1_000_000);
            adapter(world).module.fsfReqCache.free(req);
        }));
    }

    @Test
    void workThatIsQueuedAfterTheRemoval() {
        assertFound(Invariant.TIMERS, withScript(world -> world.kernel().orderedWorkQueue("planted").queueDelayed(
                world.kernel().work("planted", adapter(world), work -> { }), 1_000_000)));
    }

    @Test
    void aPortThatTheTransportClassDoesNotKnow() {
        assertFound(Invariant.PORTS, withScript(world -> {
            Ports.portEnqueue(adapter(world), 1, ZfcpStatus.ZFCP_STATUS_COMMON_OPEN
                    | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED, 0x010203);
        }));
    }

    @Test
    void aLinkTestThatNeverEnds() {
        assertFound(Invariant.PORTS, withScript(world -> Ports.portEnqueue(adapter(world), 1,
                ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST, 0x010203)));
    }

    @Test
    void aWellKnownPortWithAUserTooMany() {
        assertFound(Invariant.PORTS, withScript(world -> adapter(world).gs.ds().refcount.inc()));
    }

    @Test
    void aSequenceNumberThatIsLeftOut() {
        assertFound(Invariant.PROTOCOL, withScript(world -> {
            adapter(world).fsfReqSeqNo++;
            ExchangeConfigData.exchangeConfigDataSync(adapter(world).qdio, null);
        }));
    }

    @Test
    void anEndOfRecoveryThatIsToldTooEarly() {
        assertFound(Invariant.ERP_ACTIONS, withScript(world -> {
            ErpTrigger.adapterReopen(adapter(world), 0, "planted");
            adapter(world).status.andnot(ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING);
        }));
    }

    @Test
    void aDeviceThatDoesNotComeBack() {
        assertFound(Invariant.RECOVERY, withScript(world -> {
            FcpDevice device = world.device(0);
            device.setOffline();
            world.expect(device.isUp(), device, "the adapter is not up");
        }));
    }
}
