// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_INPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_OUTPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_SYNC_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ACTIVE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_CLEANUP;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ERR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ESTABLISHED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_INACTIVE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_STOPPED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_NOT_INIT;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_NOT_INIT;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.linux.LinuxSource;

/**
 * {@code struct qdio_irq}: the queues of one subchannel, their common state, and the steps of its life. The subclasses define who
 * scans the queues, and how interrupts and shutdown follow: {@link TaskletIrq} for level 5.10, {@link PolledIrq} for 7.1.
 */
abstract class QdioIrq {
    private final CcwDevice cdev;
    private final Kernel kernel;
    private final Subchannel subchannel;
    private final QdioObserver observer;
    private final QdioSetup setup;
    private final ThinInterrupt thinInterrupt;
    private final IoInterrupt ioInterrupt;
    private final Mutex setupMutex;
    private final AtomicInt state;
    private final InputQueue[] inputQs;
    private final OutputQueue[] outputQs;

    // Written while the queues are set up, before any interrupt or do_QDIO; read-only while they are in use.
    private int nrInputQs;
    private int nrOutputQs;
    private int qFormat;
    private SigaFlags sigaFlags = SigaFlags.NONE;
    private CcwDevice.InterruptHandler origHandler;

    QdioIrq(CcwDevice cdev, QdioSetup setup, int noInputQs, int noOutputQs) {
        this.cdev = cdev;
        this.kernel = cdev.kernel();
        this.subchannel = cdev.subchannel();
        this.observer = cdev.observer();
        this.setup = setup;
        this.thinInterrupt = newThinInterrupt(setup.dsci());
        this.ioInterrupt = new IoInterrupt(this);
        this.setupMutex = kernel.mutex("setup_mutex", this);
        this.state = kernel.atomicInt("qdio_irq_state", this, QDIO_IRQ_STATE_INACTIVE);
        this.inputQs = new InputQueue[noInputQs];
        this.outputQs = new OutputQueue[noOutputQs];
    }

    /** {@code qdio_allocate_qs}: makes the queues, with all memory that they need until they are freed; false when memory is exhausted. */
    @LinuxSource("qdio_setup.c:qdio_allocate_qs")
    final boolean allocateQs() {
        for (int i = 0; i < inputQs.length + outputQs.length; i++) {
            QdioQueueMemory memory = QdioQueueMemory.allocate(kernel.storage());
            if (memory == null) {
                return false;
            }
            if (i < inputQs.length) {
                inputQs[i] = newInputQueue(memory, i);
            } else {
                outputQs[i - inputQs.length] = newOutputQueue(memory, i - inputQs.length);
            }
        }
        return true;
    }

    abstract InputQueue newInputQueue(QdioQueueMemory memory, int nr);

    abstract OutputQueue newOutputQueue(QdioQueueMemory memory, int nr);

    ThinInterrupt newThinInterrupt(long dsci) {
        return new ThinInterrupt(this, dsci);
    }

    /** Before the queues are described to the channel: a new life begins. */
    abstract void reset(QdioInitialize init);

    /** An interrupt says that input queues have to be looked at. Hard interrupt context. */
    abstract void deliverInput();

    /** A PCI interrupt may stand for output queues, too. Hard interrupt context. */
    abstract void deliverOutput();

    /** The function that activates the queues was started. */
    abstract void started();

    /** The state is STOPPED: whatever of the layer scans the queues has to end. Process context. */
    abstract void stopScanning();

    /** {@code qdio_free_queues}. */
    @LinuxSource("qdio_setup.c:qdio_free_queues")
    void free() {
        freeQueues(inputQs);
        freeQueues(outputQs);
        setup.free();
    }

    private void freeQueues(QdioQueue[] queues) {
        for (QdioQueue q : queues) {
            if (q != null) {
                q.memory.free(kernel.storage());
            }
        }
    }

    CcwDevice cdev() {
        return cdev;
    }

    Kernel kernel() {
        return kernel;
    }

    Subchannel subchannel() {
        return subchannel;
    }

    QdioObserver observer() {
        return observer;
    }

    final ThinInterrupt thinInterrupt() {
        return thinInterrupt;
    }

    QdioSetup setup() {
        return setup;
    }

    Mutex setupMutex() {
        return setupMutex;
    }

    InputQueue inputQ(int nr) {
        return inputQs[nr];
    }

    OutputQueue outputQ(int nr) {
        return outputQs[nr];
    }

    int state() {
        return state.read();
    }

    /** {@code qdio_set_state}. */
    @LinuxSource("qdio_main.c:qdio_set_state")
    void setState(int newState) {
        // Fully ordered: whoever sees what follows here must not act on the old state.
        state.xchg(newState);
    }

    int nrInputQs() {
        return nrInputQs;
    }

    int nrOutputQs() {
        return nrOutputQs;
    }

    int qFormat() {
        return qFormat;
    }

    /** The channel's answer at establish: does an interrupt for input also stand for output? */
    boolean pciOutSupported() {
        return (Qib.AC.get(setup.qib()) & QIB_AC_OUTBOUND_PCI_SUPPORTED) != 0;
    }

    boolean needSigaIn() {
        return sigaFlags.input();
    }

    boolean needSigaOut() {
        return sigaFlags.output();
    }

    boolean needSigaSync() {
        return sigaFlags.sync();
    }

    boolean needSigaSyncOutAfterPci() {
        return sigaFlags.syncOutAfterPci();
    }

    boolean needSigaSyncAfterAi() {
        return sigaFlags.syncAfterAi();
    }

    /** {@code qdio_siga_sync}. */
    @LinuxSource("qdio_main.c:qdio_siga_sync")
    int sigaSync(int output, int input) {
        return subchannel.sigaSync(output, input) != Subchannel.CC_OK ? -Errno.EIO : 0;
    }

    /** {@code qdio_siga_input}. */
    @LinuxSource("qdio_main.c:qdio_siga_input")
    int sigaInput(int mask) {
        return subchannel.sigaRead(mask) != Subchannel.CC_OK ? -Errno.EIO : 0;
    }

    /** {@code qdio_establish}: parameters are checked. */
    @LinuxSource("qdio_main.c:qdio_establish")
    int establish(QdioInitialize init) {
        if (init.noInputQs() > inputQs.length || init.noOutputQs() > outputQs.length) {
            return -Errno.EINVAL;
        }
        setupMutex.lock();
        setupIrq(init);
        int rc = thinInterrupt.establishThinint();
        if (rc == 0) {
            rc = startAndWait();
            if (rc != 0) {
                thinInterrupt.shutdownThinint();
            }
        }
        if (rc != 0) {
            shutdownIrq();
            setState(QDIO_IRQ_STATE_INACTIVE);
            setupMutex.unlock();
            return rc;
        }
        if (state.read() != QDIO_IRQ_STATE_ESTABLISHED) {
            setupMutex.unlock();
            shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
            return -Errno.EIO;
        }
        setupSsqdInfo();
        initBufStates();
        setupMutex.unlock();
        return 0;
    }

    /** {@code qdio_setup_irq}. */
    @LinuxSource("qdio_setup.c:qdio_setup_irq")
    private void setupIrq(QdioInitialize init) {
        sigaFlags = SigaFlags.NONE;
        setState(QDIO_IRQ_STATE_INACTIVE);
        nrInputQs = init.noInputQs();
        nrOutputQs = init.noOutputQs();
        qFormat = init.qFormat();
        reset(init);
        setup.setupIrq(cdev, init, inputQs, outputQs);
        cdev.lockIrq();
        origHandler = cdev.handler();
        cdev.setHandler(ioInterrupt);
        cdev.unlockIrq();
    }

    /** Starts the establishing and waits up to a second for its interrupt. 0 if there was one, whatever it said. */
    int startAndWait() {
        cdev.lockIrq();
        int rc = startResult(subchannel.establish(setup.qdr()));
        cdev.unlockIrq();
        if (rc != 0) {
            return rc;
        }
        long left = cdev.waitQueue().waitEventTimeout(() -> {
            int now = state.read();
            return now == QDIO_IRQ_STATE_ESTABLISHED || now == QDIO_IRQ_STATE_ERR;
        }, Kernel.HZ);
        if (left <= 0) {
            cancelCcw(QDIO_FLAG_CLEANUP_USING_CLEAR);
            return -Errno.ETIME;
        }
        return 0;
    }

    /** {@code qdio_setup_ssqd_info}. */
    @LinuxSource("qdio_setup.c:qdio_setup_ssqd_info")
    private void setupSsqdInfo() {
        int qdioac;
        if (QdioSetup.setupGetSsqd(subchannel, setup.ssqd()) != 0) {
            // Unknown, so assume that every signal is needed.
            qdioac = AC1_SIGA_INPUT_NEEDED | AC1_SIGA_OUTPUT_NEEDED | AC1_SIGA_SYNC_NEEDED;
        } else {
            qdioac = QdioSsqdDesc.QDIOAC1.get(setup.ssqd());
        }
        sigaFlags = SigaFlags.of(qdioac);
    }

    /** {@code qdio_init_buf_states}. */
    @LinuxSource("qdio_main.c:qdio_init_buf_states")
    private void initBufStates() {
        for (int i = 0; i < nrInputQs; i++) {
            inputQs[i].setBufStates(0, SLSB_P_INPUT_NOT_INIT, QDIO_MAX_BUFFERS_PER_Q);
        }
        for (int i = 0; i < nrOutputQs; i++) {
            outputQs[i].setBufStates(0, SLSB_P_OUTPUT_NOT_INIT, QDIO_MAX_BUFFERS_PER_Q);
        }
    }

    /** {@code qdio_activate}. */
    @LinuxSource("qdio_main.c:qdio_activate")
    int activate() {
        setupMutex.lock();
        int rc = activateLocked();
        setupMutex.unlock();
        return rc;
    }

    private int activateLocked() {
        if (state.read() == QDIO_IRQ_STATE_INACTIVE) {
            return -Errno.EBUSY;
        }
        cdev.lockIrq();
        int rc = startResult(subchannel.activate());
        cdev.unlockIrq();
        if (rc != 0) {
            return rc;
        }
        started();
        sleep(cdev.timing().activateSleepMillis());
        int now = state.read();
        if (now == QDIO_IRQ_STATE_STOPPED || now == QDIO_IRQ_STATE_ERR) {
            return -Errno.EIO;
        }
        setState(QDIO_IRQ_STATE_ACTIVE);
        return 0;
    }

    /** {@code msleep}, or nothing at all for 0. */
    void sleep(int millis) {
        if (millis != 0) {
            kernel.msleep(millis);
        }
    }

    /** {@code qdio_shutdown}. */
    @LinuxSource("qdio_main.c:qdio_shutdown")
    int shutdown(int how) {
        setupMutex.lock();
        if (state.read() == QDIO_IRQ_STATE_INACTIVE) {
            setupMutex.unlock();
            return 0;
        }
        // From here on nothing schedules a tasklet of the layer, and do_QDIO is refused.
        setState(QDIO_IRQ_STATE_STOPPED);
        stopScanning();
        int rc = cancelCcw(how);
        thinInterrupt.shutdownThinint();
        shutdownIrq();
        setState(QDIO_IRQ_STATE_INACTIVE);
        setupMutex.unlock();
        return rc;
    }

    /** {@code qdio_cancel_ccw}. */
    @LinuxSource("qdio_main.c:qdio_cancel_ccw")
    private int cancelCcw(int how) {
        cdev.lockIrq();
        setState(QDIO_IRQ_STATE_CLEANUP);
        boolean clear = (how & QDIO_FLAG_CLEANUP_USING_CLEAR) != 0;
        int rc = haltResult(clear ? subchannel.clear() : subchannel.halt());
        cdev.unlockIrq();
        if (rc != 0) {
            return rc;
        }
        long left = cdev.waitQueue().waitEventTimeout(() -> {
            int now = state.read();
            return now == QDIO_IRQ_STATE_INACTIVE || now == QDIO_IRQ_STATE_ERR;
        }, 10L * Kernel.HZ);
        return cancelResult(left);
    }

    /** What halt or clear return when their interrupt came {@code left} jiffies before the timeout, or, for 0, did not. */
    abstract int cancelResult(long left);

    /** {@code qdio_shutdown_irq}. */
    @LinuxSource("qdio_setup.c:qdio_shutdown_irq")
    private void shutdownIrq() {
        cdev.lockIrq();
        cdev.setHandler(origHandler);
        cdev.unlockIrq();
    }

    /** What common I/O makes of the condition code of a start. */
    private static int startResult(int cc) {
        return switch (cc) {
            case Subchannel.CC_OK -> 0;
            case Subchannel.CC_STATUS_PENDING, Subchannel.CC_BUSY -> -Errno.EBUSY;
            default -> -Errno.ENODEV;
        };
    }

    /** What common I/O makes of the condition code of a halt or clear. */
    private static int haltResult(int cc) {
        return switch (cc) {
            case Subchannel.CC_OK -> 0;
            case Subchannel.CC_BUSY -> -Errno.EBUSY;
            default -> -Errno.ENODEV;
        };
    }
}
