// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * Timers, in the virtual kernel: a sender that waits for an answer has a timer when the request is sent, except the SCSI midlayer,
 * which has its own; the timer is stopped when the answer is evaluated; and no timer or work item is pending for a request that is
 * gone or a device that was removed.
 */
public final class TimerChecker implements WorldObserver {
    private final Findings findings;
    private final HandedOver handedOver;
    private final Activity activity;
    private final Set<Timer> armed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PerDevice<PendingRequests> pending = new PerDevice<>(device -> new PendingRequests());

    public TimerChecker(Findings findings, HandedOver handedOver, Activity activity) {
        this.findings = findings;
        this.handedOver = handedOver;
        this.activity = activity;
    }

    @Override
    public void timerArmed(Timer timer, long jiffies) {
        armed.add(timer);
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> {
                if (!request.isStatusRead()) {
                    sent(device, request.id());
                }
            });
        }
    }

    @Override
    public void unseen(CcwDevice device, int first, int count) {
        handedOver.forEach(device, first, count, request -> pending.of(device).remove(request.id()));
    }

    private void sent(CcwDevice device, long id) {
        FsfReq req = RequestLists.find(Adapters.of(device), id);
        if (req == null) {
            findings.add(Invariant.REQUEST_LIFE, device.busId(), "request " + id + " was sent before it was on the list");
            return;
        }
        pending.of(device).add(req);
        if (!(req.data instanceof ScsiCmnd) && !req.timer.isPending()) {
            findings.add(Invariant.TIMERS, device.busId(), "request " + id + " was sent without a timer");
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (!HbaRecord.isHba(area) || !HbaRecord.isAnswer(record)) {
            return;
        }
        PendingRequests requests = pending.named(HbaRecord.busId(area));
        FsfReq req = requests == null ? null : requests.remove(HbaRecord.reqId(record));
        if (req != null && req.timer.isPending()) {
            findings.add(Invariant.TIMERS, HbaRecord.busId(area), "the timer of request " + req.reqId
                    + " runs although it has an answer");
        }
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (Timer timer : armed) {
            if (timer.owner() instanceof FsfReq req && timer.isPending() && !isListed(req)) {
                findings.add(Invariant.TIMERS, "", "the timer of request " + req.reqId + " runs although it is gone");
            }
        }
    }

    private static boolean isListed(FsfReq req) {
        Adapter adapter = req.adapter;
        return adapter != null && adapter.reqList != null && RequestLists.find(adapter, req.reqId) == req;
    }

    @Override
    public void removed(List<CcwDevice> devices) {
        for (Timer timer : armed) {
            // A memory-wait timer of an earlier action is stopped only by the next action, as in C.
            if (!(timer.owner() instanceof ErpAction) && timer.isPending()) {
                findings.add(Invariant.TIMERS, "", "timer " + timer.name() + " runs although all devices were removed");
            }
        }
        Work work = activity.pending();
        if (work != null) {
            findings.add(Invariant.TIMERS, "", work.name() + " is queued although all devices were removed");
        }
    }
}
