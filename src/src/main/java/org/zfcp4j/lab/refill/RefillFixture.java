// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.QdioObserver;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.zfcp.adapter.StatusReadRefill;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * An adapter in the middle of the initial refill: real queues, real request list, real work queue, the port's own code for all that
 * moves. In place of a bring-up its fields are set; in place of the ERP thread's loop, its thread runs the two calls with
 * which adapter open ends.
 */
final class RefillFixture implements RefillWorld {
    private final RefillCase refill;
    private final RefillHardware channel;
    private final Adapter adapter;
    private boolean opened;

    RefillFixture(VirtualKernel kernel, RefillCase refill, DebugArea.Sink traces) {
        this.refill = refill;
        this.channel = new RefillHardware(kernel, refill, refill.notifications());
        this.adapter = AdapterParts.make(kernel, refill, channel, traces, QdioObserver.NONE);
        AdapterParts.open(adapter, refill, QdioTiming.NONE);
        RefillDigests.describe(kernel, adapter);
        adapter.status.or(ZFCP_STATUS_ADAPTER_ERP_PENDING);
        if (refill.start() == RefillStart.RACE_WITH_SCAN) {
            adapter.workQueue.queue(adapter.scanWork);
        }
        adapter.erpThread = kernel.kthreadRun("zfcperp" + AdapterParts.BUS_ID, this::recover);
    }

    /** The end of adapter open, and of recovery when no other action waits. */
    private void recover(KThread self) {
        if (refill.start() == RefillStart.RACE_WITH_SCAN) {
            // The previous recovery, whose end the scan has seen: it shows whom such a waiter waits for.
            adapter.erpDoneWqh.wakeUp();
        }
        adapter.statMiss.set(adapter.statReadBufNum);
        opened = StatusReadRefill.initialRefill(adapter) == 0;
        if (refill.start() == RefillStart.RACE_WITH_SCAN) {
            adapter.status.andnot(ZFCP_STATUS_ADAPTER_ERP_PENDING);
            adapter.erpDoneWqh.wakeUp();
        }
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public RefillHardware channel() {
        return channel;
    }

    @Override
    public RefillCase refillCase() {
        return refill;
    }

    @Override
    public boolean adapterUp() {
        return opened;
    }
}
