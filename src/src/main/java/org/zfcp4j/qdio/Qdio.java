// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_INPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_OUTPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ACTIVE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_QUEUES_PER_IRQ;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.linux.LinuxSource;

/**
 * What the QDIO layer exports to the driver of one device: in level 5.10, and what 7.1 has as well ({@link PolledQdio} has the
 * rest). All functions return 0 or a negative errno. All but {@link #doQdio} are for process context.
 *
 * <p>Left out is what an FCP device does not use: QEBSM (the states of SBALs kept by the hypervisor), queues of other formats
 * with their completion queues, and the layer's own debug trace.
 */
public class Qdio {
    final CcwDevice cdev;

    /** The layer as the driver of {@code cdev} sees it; {@link #allocate} comes first. */
    public Qdio(CcwDevice cdev) {
        this.cdev = cdev;
    }

    /** {@code qdio_allocate}: allocates all that the layer needs for a device: nothing is allocated later. */
    @LinuxSource("qdio_main.c:qdio_allocate")
    public int allocate(int noInputQs, int noOutputQs) {
        if (noInputQs > QDIO_MAX_QUEUES_PER_IRQ || noOutputQs > QDIO_MAX_QUEUES_PER_IRQ) {
            return -Errno.EINVAL;
        }
        QdioSetup setup = QdioSetup.allocate(cdev.kernel().storage());
        if (setup == null) {
            return -Errno.ENOMEM;
        }
        QdioIrq irq = newIrq(setup, noInputQs, noOutputQs);
        if (!irq.allocateQs()) {
            irq.free();
            return -Errno.ENOMEM;
        }
        cdev.setQdioData(irq);
        return 0;
    }

    QdioIrq newIrq(QdioSetup setup, int noInputQs, int noOutputQs) {
        return new TaskletIrq(cdev, setup, noInputQs, noOutputQs);
    }

    /** {@code qdio_free}: frees what {@link #allocate} allocated; the device is shut down. */
    @LinuxSource("qdio_main.c:qdio_free")
    public int free() {
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        irq.setupMutex().lock();
        cdev.setQdioData(null);
        irq.setupMutex().unlock();
        irq.free();
        return 0;
    }

    /**
     * {@code qdio_establish}: describes the queues to the channel. Afterwards the program owns all SBALs.
     *
     * @return 0, {@code -EIO} if the channel refused, {@code -ETIME} if it did not answer, or another negative errno
     */
    @LinuxSource("qdio_main.c:qdio_establish")
    public int establish(QdioInitialize init) {
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        if (!isComplete(init)) {
            return -Errno.EINVAL;
        }
        int rc = irq.establish(init);
        irq.sleep(cdev.timing().establishSleepMillis());
        irq.observer().establish(cdev, init, rc);
        return rc;
    }

    /** Whether {@code init} has what the layer cannot do without. */
    boolean isComplete(QdioInitialize init) {
        return !(init.noInputQs() > 0 && init.inputHandler() == null || init.noOutputQs() > 0 && init.outputHandler() == null);
    }

    /** {@code qdio_activate}: starts the queues; from here on {@link #doQdio} and interrupts work. */
    @LinuxSource("qdio_main.c:qdio_activate")
    public int activate() {
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        int rc = irq.activate();
        irq.observer().activate(cdev, rc);
        return rc;
    }

    /**
     * {@code qdio_shutdown}: stops the queues. When it returns no handler runs or will run, and the channel uses none of the
     * queues' memory.
     *
     * @param how {@code QDIO_FLAG_CLEANUP_USING_CLEAR} or {@code QDIO_FLAG_CLEANUP_USING_HALT}
     */
    @LinuxSource("qdio_main.c:qdio_shutdown")
    public int shutdown(int how) {
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        irq.observer().shutdown(cdev, how);
        int rc = irq.shutdown(how);
        irq.sleep(cdev.timing().shutdownSleepMillis());
        irq.observer().shutdownDone(cdev);
        return rc;
    }

    /**
     * {@code do_QDIO}: hands SBALs to the channel. Any context; callers for the same queue exclude each other. Does not allocate or
     * wait.
     *
     * @param callflags {@code QDIO_FLAG_SYNC_INPUT} or {@code QDIO_FLAG_SYNC_OUTPUT}, and {@code QDIO_FLAG_PCI_OUT}
     * @param qNr number of the queue
     * @param bufnr index of the first SBAL
     * @param count number of SBALs, wrapping at 128
     */
    @LinuxSource(value = "qdio_main.c:do_QDIO", level = "5.10")
    public int doQdio(int callflags, int qNr, int bufnr, int count) {
        if (bufnr < 0 || bufnr >= QDIO_MAX_BUFFERS_PER_Q || count < 0 || count > QDIO_MAX_BUFFERS_PER_Q) {
            return -Errno.EINVAL;
        }
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        if ((callflags & QDIO_FLAG_SYNC_OUTPUT) != 0) {
            irq.observer().submit(cdev, bufnr, count);
        }
        int rc = handle(irq, callflags, qNr, bufnr, count);
        irq.observer().doQdio(cdev, (callflags & QDIO_FLAG_SYNC_INPUT) != 0, bufnr, count, rc);
        return rc;
    }

    /**
     * What C does not tell its driver: whether the {@link #doQdio} for output that has just failed had made its SBALs PRIMED and only
     * the signal failed. Then they belong to the channel, which may process them at any time until {@link #shutdown}. Asked once, by
     * the caller of {@link #doQdio}, before it lets go of the queue.
     */
    public boolean takeSignalFailed(int qNr) {
        QdioIrq irq = cdev.qdioData();
        return irq != null && irq.outputQ(qNr).takeSignalFailed();
    }

    private static int handle(QdioIrq irq, int callflags, int qNr, int bufnr, int count) {
        if (irq.state() != QDIO_IRQ_STATE_ACTIVE) {
            return -Errno.EIO;
        }
        if (count == 0) {
            return 0;
        }
        if ((callflags & QDIO_FLAG_SYNC_INPUT) != 0) {
            return irq.inputQ(qNr).handleInbound(bufnr, count);
        }
        if ((callflags & QDIO_FLAG_SYNC_OUTPUT) != 0) {
            return irq.outputQ(qNr).handleOutbound(callflags, bufnr, count);
        }
        return -Errno.EINVAL;
    }

    /**
     * {@code qdio_get_ssqd_desc}: asks what the subchannel can do and has enabled.
     *
     * @param data absolute address of a {@code struct qdio_ssqd_desc} to fill in
     */
    @LinuxSource("qdio_main.c:qdio_get_ssqd_desc")
    public int getSsqdDesc(long data) {
        int rc = QdioSetup.setupGetSsqd(cdev.subchannel(), data);
        cdev.observer().ssqd(cdev, rc == 0 ? QdioSsqdDesc.QDIOAC2.get(data) : 0, rc);
        return rc;
    }

    /** Absolute address of the SLSB of a queue, for who looks on; 0 before {@link #allocate}. Any context. */
    public long slsb(boolean input, int nr) {
        QdioIrq irq = cdev.qdioData();
        return irq == null ? 0 : input ? irq.inputQ(nr).slsb : irq.outputQ(nr).slsb;
    }
}
