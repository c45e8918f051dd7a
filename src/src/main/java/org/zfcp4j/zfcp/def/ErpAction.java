// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.util.function.Consumer;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.scsi.ScsiDevice;

/**
 * {@code struct zfcp_erp_action}: the one pending recovery of an adapter, a port or a LUN. {@link #status}, {@link #step} and
 * the list membership change under {@code erp_lock}; {@link #step} also in the ERP thread while the action runs.
 */
public final class ErpAction {
    public final ListNode<ErpAction> list = new ListNode<>(this);
    public final Adapter adapter;
    /** Null for the adapter's action, and for that of a LUN which is not set up yet ({@link ScsiDev#attach}). */
    public Port port;
    /** Null but for a LUN's action. */
    public final ScsiDevice sdev;
    /** A ZFCP_ERP_ACTION_ code; may differ from what was wanted. */
    public int type;
    /** ZFCP_STATUS_ERP_ bits, also those that a timer sets; the ERP thread looks at them without the lock too. */
    public volatile int status;
    /** A ZFCP_ERP_STEP_ value. */
    public int step;
    /** Request that the action waits for, 0 for none. */
    public volatile long fsfReqId;
    public final Timer timer;
    private Consumer<ErpAction> timerFunction;

    @SuppressWarnings("this-escape")
    public ErpAction(Adapter adapter, Port port, ScsiDevice sdev) {
        this.adapter = adapter;
        this.port = port;
        this.sdev = sdev;
        this.timer = adapter.module.kernel.timer("erp_action.timer", this, this::timerExpired);
    }

    /** {@code timer_setup}: names the function that the timer calls. */
    public void timerSetup(Consumer<ErpAction> function) {
        timerFunction = function;
    }

    private void timerExpired() {
        timerFunction.accept(this);
    }
}
