// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_MORE_SBALS;
import static org.zfcp4j.zfcp.def.ZfcpQdio.ZFCP_QDIO_MAX_SBALS_PER_REQ;
import static org.zfcp4j.zfcp.def.ZfcpQdio.ZFCP_QDIO_SBALE_LEN;

import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/**
 * Filling request SBALs: the inline functions of {@code zfcp_qdio.h} and the chaining of {@code zfcp_qdio.c}. An SBALE is
 * given by its absolute address. The caller holds {@code req_q_lock} from {@link #reqInit} to the send; no allocation.
 */
public final class QdioFill {
    private QdioFill() {
    }

    /** {@code zfcp_qdio_sbale_req}: element 0 of the SBAL that is being filled. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_sbale_req")
    public static long sbaleReq(ZfcpQdio qdio, QdioReq qReq) {
        return QdioBuffer.ELEMENT.at(qdio.reqQ[qReq.sbalLast], 0);
    }

    /** {@code zfcp_qdio_sbale_curr}: the element that was filled last. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_sbale_curr")
    public static long sbaleCurr(ZfcpQdio qdio, QdioReq qReq) {
        return QdioBuffer.ELEMENT.at(qdio.reqQ[qReq.sbalLast], qReq.sbaleCurr);
    }

    private static void set(long sbale, long addr, int length) {
        QdioBufferElement.ADDR.set(sbale, addr);
        QdioBufferElement.LENGTH.set(sbale, length);
    }

    private static void orEflags(long sbale, int flags) {
        QdioBufferElement.EFLAGS.set(sbale, QdioBufferElement.EFLAGS.get(sbale) | flags);
    }

    private static void orSflags(long sbale, int flags) {
        QdioBufferElement.SFLAGS.set(sbale, QdioBufferElement.SFLAGS.get(sbale) | flags);
    }

    private static int limit(int first, int free, int maxSbals) {
        return (first + Math.min(free, maxSbals) - 1) & QDIO_MAX_BUFFERS_MASK;
    }

    /**
     * {@code zfcp_qdio_req_init}: starts a request at the next SBAL of the queue, with the request id in element 0.
     *
     * @param sbtype SBAL_SFLAGS0_TYPE_ flag for each SBAL
     * @param data absolute address for element 1, or 0 to leave that empty
     * @param len bytes there
     */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_req_init")
    public static void reqInit(ZfcpQdio qdio, QdioReq qReq, long reqId, int sbtype, long data, int len) {
        // First: after the read of an atomic the compiler knows nothing of what was stored before.
        int free = qdio.reqQFree.read();
        int first = qdio.reqQIdx;
        qReq.sbalFirst = first;
        qReq.sbalLast = first;
        qReq.sbalNumber = 1;
        qReq.sbtype = sbtype;
        qReq.sbaleCurr = 1;
        qReq.sbalLimit = limit(first, free, ZFCP_QDIO_MAX_SBALS_PER_REQ);

        long sbale = sbaleReq(qdio, qReq);
        QdioBufferElement.ADDR.set(sbale, reqId);
        QdioBufferElement.EFLAGS.set(sbale, 0);
        QdioBufferElement.SFLAGS.set(sbale, SBAL_SFLAGS0_COMMAND | sbtype);

        if (data == 0) {
            return;
        }
        set(sbale + QdioBufferElement.SIZE, data, len);
    }

    /** {@code zfcp_qdio_fill_next}: the next element, only for requests that need no second SBAL. */
    @LinuxSource(value = "zfcp_qdio.h:zfcp_qdio_fill_next", calls = "BUG_ON")
    public static void fillNext(ZfcpQdio qdio, QdioReq qReq, long data, int len) {
        if (qReq.sbaleCurr == qdio.maxSbalePerSbal - 1) {
            qdio.adapter.module.kernel.panic("request does not fit into its SBAL");
        }
        qReq.sbaleCurr++;
        set(sbaleCurr(qdio, qReq), data, len);
    }

    /** {@code zfcp_qdio_set_sbale_last}: marks the element filled last as the end. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_set_sbale_last")
    public static void setSbaleLast(ZfcpQdio qdio, QdioReq qReq) {
        orEflags(sbaleCurr(qdio, qReq), SBAL_EFLAGS_LAST_ENTRY);
    }

    /** {@code zfcp_qdio_sg_one_sbale}: whether one element can describe all of the data. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_sg_one_sbale")
    public static boolean sgOneSbale(ScatterList sg) {
        return sg.count() == 1 && sg.length(0) <= ZFCP_QDIO_SBALE_LEN;
    }

    /** {@code zfcp_qdio_skip_to_last_sbale}: what follows goes into the next SBAL. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_skip_to_last_sbale")
    public static void skipToLastSbale(ZfcpQdio qdio, QdioReq qReq) {
        qReq.sbaleCurr = qdio.maxSbalePerSbal - 1;
    }

    /** {@code zfcp_qdio_sbal_limit}: lets the request take no more than {@code maxSbals}. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_sbal_limit")
    public static void sbalLimit(ZfcpQdio qdio, QdioReq qReq, int maxSbals) {
        qReq.sbalLimit = limit(qReq.sbalFirst, qdio.reqQFree.read(), maxSbals);
    }

    /** {@code zfcp_qdio_set_data_div}: how many elements the first of two kinds of data takes, for data division. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_set_data_div")
    public static void setDataDiv(ZfcpQdio qdio, QdioReq qReq, int count) {
        QdioBufferElement.LENGTH.set(QdioBuffer.ELEMENT.at(qdio.reqQ[qReq.sbalFirst], 0), count);
    }

    /** {@code zfcp_qdio_real_bytes}: bytes of all entries; 0 for null. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_real_bytes")
    public static int realBytes(ScatterList sg) {
        return sg == null ? 0 : sg.totalLength();
    }

    /** {@code zfcp_qdio_set_scount}: how many SBALs follow the first. */
    @LinuxSource("zfcp_qdio.h:zfcp_qdio_set_scount")
    public static void setScount(ZfcpQdio qdio, QdioReq qReq) {
        QdioBufferElement.SCOUNT.set(QdioBuffer.ELEMENT.at(qdio.reqQ[qReq.sbalFirst], 0), qReq.sbalNumber - 1);
    }

    /** {@code zfcp_qdio_sbal_chain}: goes on at element 0 of the next SBAL; 0 if the request may not take another. */
    @LinuxSource(value = "zfcp_qdio.c:zfcp_qdio_sbal_chain", calls = "BUG_ON")
    private static long sbalChain(ZfcpQdio qdio, QdioReq qReq) {
        orEflags(sbaleCurr(qdio, qReq), SBAL_EFLAGS_LAST_ENTRY);

        if (qReq.sbalLast == qReq.sbalLimit) {
            return 0;
        }
        orSflags(sbaleReq(qdio, qReq), SBAL_SFLAGS0_MORE_SBALS);

        qReq.sbalLast = (qReq.sbalLast + 1) & QDIO_MAX_BUFFERS_MASK;
        qReq.sbalNumber++;
        if (qReq.sbalNumber > ZFCP_QDIO_MAX_SBALS_PER_REQ) {
            qdio.adapter.module.kernel.panic("request takes more SBALs than a request may");
        }
        qReq.sbaleCurr = 0;

        long sbale = sbaleCurr(qdio, qReq);
        orSflags(sbale, qReq.sbtype);
        return sbale;
    }

    /** {@code zfcp_qdio_sbale_next}: the next element, in the next SBAL if this one is full; 0 at the limit. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_sbale_next")
    private static long sbaleNext(ZfcpQdio qdio, QdioReq qReq) {
        if (qReq.sbaleCurr == qdio.maxSbalePerSbal - 1) {
            return sbalChain(qdio, qReq);
        }
        qReq.sbaleCurr++;
        return sbaleCurr(qdio, qReq);
    }

    /** One entry into the next element; false at the limit. */
    static boolean append(ZfcpQdio qdio, QdioReq qReq, long addr, int length) {
        long sbale = sbaleNext(qdio, qReq);
        if (sbale == 0) {
            return false;
        }
        set(sbale, addr, length);
        return true;
    }

    /** Puts the storage block type into the SBAL that is being filled. */
    static void setSbtype(ZfcpQdio qdio, QdioReq qReq) {
        orSflags(sbaleReq(qdio, qReq), qReq.sbtype);
    }
}
