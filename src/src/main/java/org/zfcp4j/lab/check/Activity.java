// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcEvents;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.WkaPort;

/** Whether anything is in progress for an adapter: recovery, a work item, a request that will be answered. Virtual kernel. */
public final class Activity implements WorldObserver {
    /** By item: whether its function runs. */
    private final Map<Work, Boolean> items = new LinkedHashMap<>();

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        items.putIfAbsent(work, false);
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        items.put(work, true);
    }

    @Override
    public void workEnd(WorkQueue queue, Work work) {
        items.put(work, false);
    }

    /** True if nothing is pending except status read buffers at the channel. */
    boolean isIdle(Adapter adapter) {
        return (adapter.status.read() & ZFCP_STATUS_ADAPTER_ERP_PENDING) == 0 && adapter.erpTotalCount == 0
                && items.entrySet().stream().noneMatch(e -> belongs(e.getKey(), adapter) && isActive(e.getKey(), e.getValue()))
                && (adapter.reqList == null || RequestLists.all(adapter).stream().allMatch(FsfReq::isStatusReadBuffer));
    }

    private static boolean isActive(Work work, boolean running) {
        return running || work.isPending();
    }

    private static boolean belongs(Work work, Adapter adapter) {
        return switch (work.owner()) {
            case Adapter a -> a == adapter;
            case Port port -> port.adapter == adapter;
            case Unit unit -> unit.port.adapter == adapter;
            case WkaPort wka -> wka.adapter == adapter;
            case FcEvents events -> adapter.events == events;
            case null, default -> false;
        };
    }

    /** An item of the driver that is queued or runs; null if there is none. */
    Work pending() {
        for (Map.Entry<Work, Boolean> item : items.entrySet()) {
            Work work = item.getKey();
            boolean ours = work.owner() instanceof Adapter || work.owner() instanceof Port || work.owner() instanceof Unit
                    || work.owner() instanceof WkaPort || work.owner() instanceof FcEvents;
            if (ours && isActive(work, item.getValue())) {
                return work;
            }
        }
        return null;
    }
}
