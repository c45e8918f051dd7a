// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpNotify;

/** An action comes to its end while the time-out of its request expires. */
final class TimeOutProgram extends BedProgram {
    @Override
    Supplier<String> play(VirtualKernel kernel, AdapterBed bed) {
        Adapter adapter = bed.adapter;
        ErpAction action = adapter.erpAction;
        action.type = ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;
        adapter.erpTotalCount = 1;
        adapter.erpRunningHead.addTail(action.list);
        FsfReq req = bed.module.fsfReqCache.alloc();
        req.reset();
        req.erpAction = action;
        kernel.user("recovery", () -> {
            adapter.erpLock.writeLockIrq();
            dequeue(action);
            adapter.erpLock.writeUnlockIrq();
        });
        kernel.user("time-out", () -> ErpNotify.timeoutHandler(req));
        return () -> adapter.erpReadyHead.isEmpty() ? null : "an action that is gone is on the ready list";
    }

    private static void dequeue(ErpAction action) {
        try {
            Method method = Class.forName("org.zfcp4j.zfcp.erp.strategy.ErpStrategy").getDeclaredMethod("actionDequeue",
                ErpAction.class);
            method.setAccessible(true);
            method.invoke(null, action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
