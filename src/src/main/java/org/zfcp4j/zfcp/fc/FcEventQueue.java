// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcEvent;
import org.zfcp4j.zfcp.def.FcEvents;

/** {@code zfcp_fc.c}: events for the FC transport class, which takes them in process context only. */
public final class FcEventQueue {
    private FcEventQueue() {
    }

    /** {@code zfcp_fc_post_event}: posts what was queued. Function of {@code events.work}; work queue. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_post_event")
    public static void postEvent(Work work) {
        Adapter adapter = (Adapter) work.owner();
        FcEvents events = adapter.events;
        FcTransport fc = adapter.module.fc;
        ListHead<FcEvent> tmpLh = new ListHead<>();

        // C disables soft interrupts here; this lock has no weaker form than all interrupts.
        events.listLock.lockIrq();
        events.list.spliceInitTo(tmpLh);
        events.listLock.unlockIrq();

        tmpLh.forEach(event -> {
            fc.postEvent(adapter.scsiHost, fc.getEventNumber(), event.code, event.data);
            event.list.del();
        });
    }

    /**
     * {@code zfcp_fc_enqueue_event}: queues an event for {@link #postEvent}; without memory it is lost. Interrupt context, or
     * the ERP thread when it dismisses requests.
     *
     * @param eventCode FCH_EVT_ code of {@link FcTransport}
     * @param eventData word that goes with it, for instance the page of an RSCN
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_enqueue_event")
    public static void enqueueEvent(Adapter adapter, int eventCode, int eventData) {
        if (!adapter.module.kernel.mayAllocate("zfcp_fc_event")) {
            return;
        }
        FcEvent event = new FcEvent();
        event.code = eventCode;
        event.data = eventData;

        adapter.events.listLock.lock();
        adapter.events.list.addTail(event.list);
        adapter.events.listLock.unlock();

        adapter.workQueue.queue(adapter.events.work);
    }
}
