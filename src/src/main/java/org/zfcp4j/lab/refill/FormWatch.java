// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.virtual.TaskKind;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioObserver;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Finds out in which form a {@code stat_work} queued before a reopen bypassed the setting of {@code stat_miss}. Three events of
 * the ERP thread divide the time: the queues are closed, the queues are open, the counter is set.
 */
final class FormWatch implements KernelObserver, QdioObserver {
    static final String RAN_BEFORE_SET = "(a) ran after the queues were opened and before the counter was set";
    static final String CLAIMED_BEFORE = "(b) claimed before the reopen, posted after it";
    static final String GAVE_BACK_AFTER =
        "(c) claimed, failed to post while the queues were down, gave back after the counter was set";

    private final VirtualKernel kernel;
    /** Number of closings, openings and settings so far. */
    private int phase;
    private boolean set = true;
    private boolean closed;
    private boolean claimed;
    private int claimPhase;
    private boolean claimBeforeSet;
    private String form = "";

    FormWatch(VirtualKernel kernel) {
        this.kernel = kernel;
        kernel.describe("form of the window", this::digest);
    }

    private long digest() {
        return form.hashCode() * 31L + (claimed ? 8 + claimPhase - phase : 0) + (set ? 1 << 20 : 0) + (closed ? 1 << 21 : 0)
            + (claimBeforeSet ? 1 << 22 : 0);
    }

    /** What has happened first: one of the three forms, or nothing. */
    String form() {
        return form;
    }

    private boolean isWorker() {
        return kernel.currentTask() != null && kernel.currentTask().kind() == TaskKind.WORKER;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.name().equals("status")) {
            int change = oldValue ^ newValue;
            if ((change & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0) {
                phase++;
                closed = (newValue & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) == 0;
                set = false;
            }
        } else if (atomic.name().equals("stat_miss")) {
            missing(newValue - oldValue);
        }
    }

    private void missing(int change) {
        if (!isWorker()) {
            if (change > 1 && !set) {
                phase++;
                set = true;
            }
        } else if (change < 0) {
            claimed = true;
            claimPhase = phase;
            claimBeforeSet = !set;
        } else if (claimed && claimPhase != phase && set) {
            note(GAVE_BACK_AFTER);
        }
    }

    @Override
    public void slsbChanged(CcwDevice cdev, boolean input, int first, int count, int state) {
        if (!input && state == QdioConstants.SLSB_CU_OUTPUT_PRIMED && claimed && isWorker()) {
            claimed = false;
            if (claimPhase != phase && !claimBeforeSet) {
                note(CLAIMED_BEFORE);
            } else if (claimBeforeSet) {
                note(RAN_BEFORE_SET);
            }
        }
    }

    private void note(String what) {
        if (form.isEmpty()) {
            form = what;
        }
    }
}
