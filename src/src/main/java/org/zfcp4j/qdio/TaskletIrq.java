// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.linux.LinuxSource;

/** The QDIO layer of level 5.10: it scans the queues in tasklets of its own, which interrupts, senders and a timer schedule. */
@LinuxSource(level = "5.10")
final class TaskletIrq extends QdioIrq {
    private final TaskletInputQueue[] inputQs;
    private final TaskletOutputQueue[] outputQs;
    private int scanThreshold;

    TaskletIrq(CcwDevice cdev, QdioSetup setup, int noInputQs, int noOutputQs) {
        super(cdev, setup, noInputQs, noOutputQs);
        inputQs = new TaskletInputQueue[noInputQs];
        outputQs = new TaskletOutputQueue[noOutputQs];
    }

    @Override
    InputQueue newInputQueue(QdioQueueMemory memory, int nr) {
        inputQs[nr] = new TaskletInputQueue(this, memory, nr);
        return inputQs[nr];
    }

    @Override
    OutputQueue newOutputQueue(QdioQueueMemory memory, int nr) {
        outputQs[nr] = new TaskletOutputQueue(this, memory, nr);
        return outputQs[nr];
    }

    @Override
    void reset(QdioInitialize init) {
        scanThreshold = init.scanThreshold();
    }

    int scanThreshold() {
        return scanThreshold;
    }

    /** {@code qdio_sync_queues}. */
    @LinuxSource("qdio_main.c:qdio_sync_queues")
    void syncQueues(QdioQueue q) {
        if (pciOutSupported()) {
            sigaSync(~0, ~0);
        } else {
            q.sigaSyncQueue();
        }
    }

    /** {@code qdio_check_outbound_pci_queues}: lets output queues look for fetched SBALs, if the interrupt may have been for them. */
    @LinuxSource("qdio_main.c:qdio_check_outbound_pci_queues")
    void checkOutboundPciQueues() {
        if (!pciOutSupported() || scanThreshold == 0) {
            return;
        }
        for (int i = 0; i < nrOutputQs(); i++) {
            if (!outputQs[i].outboundQDone()) {
                outputQs[i].tasklet().taskletSchedule();
            }
        }
    }

    @Override
    void deliverInput() {
        for (int i = 0; i < nrInputQs(); i++) {
            inputQs[i].tasklet().schedule();
        }
    }

    @Override
    void deliverOutput() {
        if (!pciOutSupported() || scanThreshold == 0) {
            return;
        }
        for (int i = 0; i < nrOutputQs(); i++) {
            TaskletOutputQueue q = outputQs[i];
            if (q.outboundQDone()) {
                continue;
            }
            if (needSigaSync() && needSigaSyncOutAfterPci()) {
                q.sigaSyncQueue();
            }
            q.tasklet().taskletSchedule();
        }
    }

    @Override
    void started() {
        thinInterrupt().tiqdioAddDevice();
    }

    @Override
    void stopScanning() {
        thinInterrupt().tiqdioRemoveDevice();
        shutdownQueues();
    }

    /** {@code qdio_shutdown_queues}. */
    @LinuxSource("qdio_main.c:qdio_shutdown_queues")
    private void shutdownQueues() {
        for (int i = 0; i < nrInputQs(); i++) {
            inputQs[i].tasklet().kill();
        }
        for (int i = 0; i < nrOutputQs(); i++) {
            outputQs[i].timer().deleteSync();
            outputQs[i].tasklet().kill();
        }
    }

    @Override
    int cancelResult(long left) {
        return 0;
    }
}
