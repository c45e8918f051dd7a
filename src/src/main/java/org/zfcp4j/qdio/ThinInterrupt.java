// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.linux.LinuxSource;

/**
 * Adapter interrupts of one subchannel. In C the handler goes through a list of all devices that take such interrupts; here an
 * interrupt names its subchannel, and being on that list is {@link #added}. An indicator of its own for each device needs no
 * limit either.
 */
class ThinInterrupt {
    private final QdioIrq irq;
    private final long dsci;
    /** Stands for the list's mutex and for RCU: with it, no handler runs after the device was removed. */
    private final SpinLock tiqListLock;
    private boolean added;

    ThinInterrupt(QdioIrq irq, long dsci) {
        this.irq = irq;
        this.dsci = dsci;
        this.tiqListLock = irq.kernel().spinLock("tiq_list_lock", irq);
    }

    /** {@code qdio_establish_thinint}: tells the channel where the indicator is. 0 or a negative errno. */
    @LinuxSource("qdio_thinint.c:qdio_establish_thinint")
    int establishThinint() {
        Memory.putIntVolatile(dsci, 0);
        return irq.subchannel().setIndicator(dsci);
    }

    /** {@code qdio_shutdown_thinint}. */
    @LinuxSource("qdio_thinint.c:qdio_shutdown_thinint")
    void shutdownThinint() {
        irq.subchannel().setIndicator(0);
    }

    /** {@code tiqdio_add_device}. */
    @LinuxSource(value = "qdio_thinint.c:tiqdio_add_device", level = "5.10")
    final void tiqdioAddDevice() {
        tiqListLock.lockIrq();
        added = true;
        tiqListLock.unlockIrq();
    }

    /** {@code tiqdio_remove_device}: afterwards no handler of an adapter interrupt schedules a tasklet of this subchannel. */
    @LinuxSource(value = "qdio_thinint.c:tiqdio_remove_device", level = "5.10")
    final void tiqdioRemoveDevice() {
        tiqListLock.lockIrq();
        added = false;
        tiqListLock.unlockIrq();
    }

    /** The channel has set the indicator, and the queues were not scanned since. */
    final boolean indicated() {
        return Memory.getIntAcquire(dsci) != 0;
    }

    /** {@code tiqdio_thinint_handler}: hard interrupt context. */
    @LinuxSource("qdio_thinint.c:tiqdio_thinint_handler")
    final void tiqdioThinintHandler() {
        tiqListLock.lock();
        if (added && Memory.getIntAcquire(dsci) != 0) {
            tiqdioCallInqHandlers();
        }
        tiqListLock.unlock();
    }

    /** {@code tiqdio_call_inq_handlers}. */
    @LinuxSource(value = "qdio_thinint.c:tiqdio_call_inq_handlers", level = "5.10")
    private void tiqdioCallInqHandlers() {
        // The channel sets the indicator after it changed a queue. So it must be cleared before the queues are scanned: what the
        // channel finishes after the scan sets it again and raises another interrupt.
        Memory.putIntVolatile(dsci, 0);
        VarHandle.fullFence();
        irq.deliverInput();
    }
}
