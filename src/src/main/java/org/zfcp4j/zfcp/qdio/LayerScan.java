// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_INPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_OUTPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.zfcp.def.ZfcpQdio.ZFCP_QDIO_MAX_SBALS_PER_REQ;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioHandler;
import org.zfcp4j.zfcp.def.QueueScan;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** In level 5.10 the QDIO layer scans the queues and calls zfcp's handlers. */
@LinuxSource(level = "5.10")
public final class LayerScan extends QueueScan {
    @Override
    public Qdio device(CcwDevice cdev) {
        return new Qdio(cdev);
    }

    @Override
    public void setup(ZfcpQdio qdio) {
    }

    @Override
    public void destroy(ZfcpQdio qdio) {
    }

    @Override
    public QdioHandler outputHandler(ZfcpQdio qdio) {
        return (qdioErr, queueNo, idx, count) -> QdioHandlers.intReq(qdio, qdioErr, queueNo, idx, count);
    }

    @Override
    public int scanThreshold() {
        return QDIO_MAX_BUFFERS_PER_Q - ZFCP_QDIO_MAX_SBALS_PER_REQ * 2;
    }

    @Override
    public Runnable irqPoll(ZfcpQdio qdio) {
        return null;
    }

    @Override
    public int toInputQueue(ZfcpQdio qdio, int idx, int count) {
        return qdio.device.doQdio(QDIO_FLAG_SYNC_INPUT, 0, idx, count);
    }

    @Override
    public int toOutputQueue(ZfcpQdio qdio, int idx, int count) {
        return qdio.device.doQdio(QDIO_FLAG_SYNC_OUTPUT, 0, idx, count);
    }

    @Override
    public void opened(ZfcpQdio qdio) {
    }

    @Override
    public void closing(ZfcpQdio qdio) {
    }

    @Override
    public void sent(ZfcpQdio qdio) {
    }
}
