// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_AC2_DATA_DIV_ENABLED;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_AC2_MULTI_BUFFER_ENABLED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_ELEMENTS_PER_BUFFER;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ZFCP_QFMT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDR_AC_MULTI_BUFFER_ENABLE;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_RFLAGS_ENABLE_DATA_DIV;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.zfcp.def.ZfcpQdio.ZFCP_QDIO_MAX_SBALS_PER_REQ;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_MB_ACT;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_SIOSL_ISSUED;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** Opening and closing the queues of an adapter. Process context, on the ERP thread, unless said otherwise. */
public final class QdioConnection {
    private QdioConnection() {
    }

    /**
     * {@code zfcp_qdio_close}: takes the queues down. Afterwards no handler runs, and nobody waits for an SBAL or sends.
     * Request SBALs that the channel still had are zeroed.
     */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_close")
    public static void close(ZfcpQdio qdio) {
        Adapter adapter = qdio.adapter;

        if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_QDIOUP) == 0) {
            return;
        }
        // Under the lock: no sender is between its check of the flag and do_QDIO.
        qdio.reqQLock.lockIrq();
        adapter.status.andnot(ZFCP_STATUS_ADAPTER_QDIOUP);
        qdio.reqQLock.unlockIrq();

        qdio.reqQWq.wakeUp();

        qdio.scan.closing(qdio);
        qdio.device.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);

        int count = qdio.reqQFree.read();
        if (count < QDIO_MAX_BUFFERS_PER_Q) {
            int idx = (qdio.reqQIdx + count) % QDIO_MAX_BUFFERS_PER_Q;
            QdioHandlers.zeroSbals(qdio.reqQ, idx, QDIO_MAX_BUFFERS_PER_Q - count);
        }
        qdio.reqQIdx = 0;
        qdio.reqQFree.set(0);
    }

    /** {@code zfcp_qdio_shost_update}: tells the SCSI host, if there is one yet, how long a request may be. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_shost_update")
    public static void shostUpdate(Adapter adapter, ZfcpQdio qdio) {
        ScsiHost shost = adapter.scsiHost;

        if (shost == null) {
            return;
        }
        shost.sgTablesize = qdio.maxSbalePerReq;
        // Eight sectors of 512 bytes are what one SBALE can describe.
        shost.maxSectors = qdio.maxSbalePerReq * 8;
    }

    /**
     * {@code zfcp_qdio_open}: brings the queues up, all response SBALs with the channel and all request SBALs free.
     *
     * @return 0, or {@code -EIO} with the queues down
     */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_open")
    public static int open(ZfcpQdio qdio) {
        Adapter adapter = qdio.adapter;

        if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_QDIOUP) != 0) {
            return -Errno.EIO;
        }
        adapter.status.andnot(ZFCP_STATUS_ADAPTER_SIOSL_ISSUED);

        if (qdio.device.establish(initData(qdio)) != 0) {
            return failedEstablish(adapter);
        }
        if (!start(qdio)) {
            qdio.device.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
            return failedEstablish(adapter);
        }
        qdio.reqQIdx = 0;
        qdio.reqQFree.set(QDIO_MAX_BUFFERS_PER_Q);
        adapter.status.or(ZFCP_STATUS_ADAPTER_QDIOUP);

        qdio.scan.opened(qdio);

        shostUpdate(adapter, qdio);
        return 0;
    }

    private static QdioInitialize initData(ZfcpQdio qdio) {
        boolean multibuffer = qdio.adapter.module.parameters.datarouter;
        return new QdioInitialize(QDIO_ZFCP_QFMT, multibuffer ? QDR_AC_MULTI_BUFFER_ENABLE : 0,
                QIB_RFLAGS_ENABLE_DATA_DIV,
                (qdioErr, queueNo, idx, count) -> QdioHandlers.intResp(qdio, qdioErr, queueNo, idx, count),
                qdio.scan.outputHandler(qdio), qdio.scan.scanThreshold(), qdio.scan.irqPoll(qdio),
                new long[][] {qdio.resQ}, new long[][] {qdio.reqQ});
    }

    /** The part of open that needs a shutdown when it fails. */
    private static boolean start(ZfcpQdio qdio) {
        Adapter adapter = qdio.adapter;

        if (qdio.device.getSsqdDesc(qdio.ssqd) != 0) {
            return false;
        }
        int qdioac2 = QdioSsqdDesc.QDIOAC2.get(qdio.ssqd);
        if ((qdioac2 & CHSC_AC2_DATA_DIV_ENABLED) != 0) {
            adapter.status.or(ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED);
        }
        if ((qdioac2 & CHSC_AC2_MULTI_BUFFER_ENABLED) != 0) {
            adapter.status.or(ZFCP_STATUS_ADAPTER_MB_ACT);
            qdio.maxSbalePerSbal = QDIO_MAX_ELEMENTS_PER_BUFFER;
        } else {
            adapter.status.andnot(ZFCP_STATUS_ADAPTER_MB_ACT);
            qdio.maxSbalePerSbal = QDIO_MAX_ELEMENTS_PER_BUFFER - 1;
        }
        // Two elements of the first SBAL are taken by the request id and the QTCB.
        qdio.maxSbalePerReq = ZFCP_QDIO_MAX_SBALS_PER_REQ * qdio.maxSbalePerSbal - 2;
        if (qdio.device.activate() != 0) {
            return false;
        }
        for (long sbal : qdio.resQ) {
            long sbale = QdioBuffer.ELEMENT.at(sbal, 0);
            QdioBufferElement.LENGTH.set(sbale, 0);
            QdioBufferElement.EFLAGS.set(sbale, SBAL_EFLAGS_LAST_ENTRY);
            QdioBufferElement.SFLAGS.set(sbale, 0);
            QdioBufferElement.ADDR.set(sbale, 0);
        }
        return qdio.scan.toInputQueue(qdio, 0, QDIO_MAX_BUFFERS_PER_Q) == 0;
    }

    private static int failedEstablish(Adapter adapter) {
        adapter.module.kernel.message(LogLevel.ERR, adapter.ccwDevice.device(), "zfcp_qdio.c:zfcp_qdio_open",
                "The QDIO queues of the FCP device could not be set up");
        return -Errno.EIO;
    }

    /**
     * {@code zfcp_qdio_siosl}: starts logging in the channel, once until the queues are opened again. Tasklet of either queue, and
     * timer of a request: of two at a time both may start it, as in C.
     */
    @LinuxSource(value = "zfcp_qdio.c:zfcp_qdio_siosl", calls = "ccw_device_siosl")
    public static void siosl(Adapter adapter) {
        if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_SIOSL_ISSUED) != 0) {
            return;
        }
        if (adapter.ccwDevice.siosl() == 0) {
            adapter.status.or(ZFCP_STATUS_ADAPTER_SIOSL_ISSUED);
        }
    }
}
