// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import java.util.function.BooleanSupplier;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;

/** {@code zfcp_erp.c}: the thread that works off an adapter's recovery actions, one step of one action at a time. */
public final class ErpThread {
    private ErpThread() {
    }

    /** {@code zfcp_erp_thread}: the body of the thread. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_thread")
    static void thread(Adapter adapter, KThread self) {
        BooleanSupplier readyOrStop = () -> !adapter.erpReadyHead.isEmpty() || self.shouldStop();
        for (;;) {
            adapter.erpReadyWq.waitEvent(readyOrStop);
            if (self.shouldStop()) {
                break;
            }

            adapter.erpLock.writeLockIrq();
            ListNode<ErpAction> first = adapter.erpReadyHead.first();
            adapter.erpLock.writeUnlockIrq();

            // The action that it was dismissed for follows, so nobody needs to be woken.
            if (first != null && ErpStrategy.strategy(first.owner()) != ErpActResult.ZFCP_ERP_DISMISSED) {
                wakeup(adapter);
            }
        }
    }

    /** {@code zfcp_erp_wakeup}: wakes those who wait for recovery if no action is left. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_wakeup")
    private static void wakeup(Adapter adapter) {
        adapter.erpLock.readLockIrq();
        if (adapter.erpReadyHead.isEmpty() && adapter.erpRunningHead.isEmpty()) {
            adapter.status.andnot(ZFCP_STATUS_ADAPTER_ERP_PENDING);
            adapter.erpDoneWqh.wakeUp();
        }
        adapter.erpLock.readUnlockIrq();
    }

    /**
     * {@code zfcp_erp_thread_setup}: starts the thread of the adapter. Process context.
     *
     * @return 0 or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_thread_setup")
    public static int threadSetup(Adapter adapter) {
        Kernel kernel = adapter.module.kernel;
        if (!kernel.mayAllocate("kthread")) {
            kernel.message(LogLevel.ERR, adapter.ccwDevice.device(), "zfcp_erp.c:zfcp_erp_thread_setup",
                    "no thread for error recovery could be started");
            return -Errno.ENOMEM;
        }
        adapter.erpThread = kernel.kthreadRun("zfcperp" + adapter.busId(), self -> thread(adapter, self));
        return 0;
    }

    /**
     * {@code zfcp_erp_thread_kill}: ends the thread. The adapter has been shut down and that has been waited for, so no action
     * is queued. C would stop a thread that was never started, or twice, which crashes (set-up that failed early; removal after
     * shutdown); here it is a no-op then. Process context.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_thread_kill")
    public static void threadKill(Adapter adapter) {
        KThread thread = adapter.erpThread;
        if (thread == null) {
            return;
        }
        thread.stop();
        adapter.erpThread = null;
        if (!adapter.erpReadyHead.isEmpty() || !adapter.erpRunningHead.isEmpty()) {
            adapter.module.kernel.message(LogLevel.WARN, adapter.ccwDevice.device(), "zfcp_erp.c:zfcp_erp_thread_kill",
                    "the recovery thread has ended with actions queued");
        }
    }
}
