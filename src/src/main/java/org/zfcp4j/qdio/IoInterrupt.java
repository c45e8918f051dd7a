// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_ACTIVATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ACTIVE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_CLEANUP;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ERR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ESTABLISHED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_INACTIVE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_STOPPED;
import static org.zfcp4j.qdio.SubchannelInterrupts.DEV_STAT_CHN_END;
import static org.zfcp4j.qdio.SubchannelInterrupts.DEV_STAT_DEV_END;
import static org.zfcp4j.qdio.SubchannelInterrupts.SCHN_STAT_PCI;

import org.zfcp4j.linux.LinuxSource;

/**
 * I/O interrupts of one subchannel while QDIO has it. What an interrupt means follows from the state. Hard interrupt
 * context, with the device's lock held.
 */
final class IoInterrupt implements CcwDevice.InterruptHandler {
    private final QdioIrq irq;

    IoInterrupt(QdioIrq irq) {
        this.irq = irq;
    }

    /** {@code qdio_int_handler}. */
    @Override
    @LinuxSource("qdio_main.c:qdio_int_handler")
    public void interrupt(int cstat, int dstat) {
        switch (irq.state()) {
            case QDIO_IRQ_STATE_INACTIVE -> establishHandleIrq(cstat, dstat);
            case QDIO_IRQ_STATE_CLEANUP -> irq.setState(QDIO_IRQ_STATE_INACTIVE);
            case QDIO_IRQ_STATE_ESTABLISHED, QDIO_IRQ_STATE_ACTIVE -> {
                if ((cstat & SCHN_STAT_PCI) != 0) {
                    intHandlerPci();
                    return;
                }
                if ((cstat | dstat) != 0) {
                    handleActivateCheck();
                }
            }
            default -> {
                // Stopped or in error: the shutdown that is due or under way sets the next state.
            }
        }
        irq.cdev().waitQueue().wakeUp();
    }

    @Override
    public void error(int errno) {
        irq.setState(QDIO_IRQ_STATE_ERR);
        irq.cdev().waitQueue().wakeUp();
    }

    /** {@code qdio_establish_handle_irq}. */
    @LinuxSource("qdio_main.c:qdio_establish_handle_irq")
    private void establishHandleIrq(int cstat, int dstat) {
        boolean ok = cstat == 0 && (dstat & ~(DEV_STAT_DEV_END | DEV_STAT_CHN_END)) == 0
                && (dstat & DEV_STAT_DEV_END) != 0;
        irq.setState(ok ? QDIO_IRQ_STATE_ESTABLISHED : QDIO_IRQ_STATE_ERR);
    }

    /** {@code qdio_int_handler_pci}. */
    @LinuxSource("qdio_main.c:qdio_int_handler_pci")
    private void intHandlerPci() {
        if (irq.state() != QDIO_IRQ_STATE_ACTIVE) {
            return;
        }
        irq.deliverInput();
        irq.deliverOutput();
    }

    /** {@code qdio_handle_activate_check}: the channel has stopped the queues: the driver has to establish them again. */
    @LinuxSource("qdio_main.c:qdio_handle_activate_check")
    private void handleActivateCheck() {
        if (irq.nrInputQs() > 0) {
            activateCheck(irq.inputQ(0));
        } else if (irq.nrOutputQs() > 0) {
            activateCheck(irq.outputQ(0));
        }
        irq.setState(QDIO_IRQ_STATE_STOPPED);
    }

    private static void activateCheck(QdioQueue q) {
        q.call(QDIO_ERROR_ACTIVATE, q.firstToCheck, 0);
    }
}
