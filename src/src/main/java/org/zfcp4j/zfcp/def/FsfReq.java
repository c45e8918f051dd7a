// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.Poisonable;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.linux.LinuxSource;

/**
 * {@code struct zfcp_fsf_req}: a request to the FCP channel. From its send on it belongs to the completion side, unless
 * ZFCP_STATUS_FSFREQ_CLEANUP is off and the sender waits for {@link #completion}.
 */
public final class FsfReq extends QdioReq implements Poisonable {
    /** The id of a freed request: one that no list knows. */
    private static final long POISON = 0x6b6b6b6b6b6b6b6bL;
    private static final VarHandle STATUS = field("status", int.class);
    private static final VarHandle DATA = field("data", Object.class);
    private static final VarHandle ERP_ACTION = field("erpAction", ErpAction.class);

    public long reqId;
    public Adapter adapter;
    public final Completion completion;
    /** ZFCP_STATUS_FSFREQ_ bits. */
    public volatile int status;
    /** Absolute address of the QTCB; 0 for a status read. */
    public long qtcb;
    /** Private to the command: the object it is about (C: {@code void *data}). */
    public volatile Object data;
    /** Absolute address of the page of a status read buffer; else 0 (C: also {@code data}). */
    public long srb;
    /** The next of requests that are made ready to be sent in one run; not in C. */
    public FsfReq next;
    public final Timer timer;
    public volatile ErpAction erpAction;
    /** Pool the request came from, or null. */
    public Mempool<FsfReq> pool;
    /** TOD clock at the send. */
    public long issued;
    public Consumer<FsfReq> handler;
    private Consumer<FsfReq> timerFunction;
    /** The status when it was freed, which may still be looked at in a post-mortem. */
    private int finalStatus;

    @SuppressWarnings("this-escape")
    FsfReq(Kernel kernel) {
        this.completion = kernel.completion("req->completion", this);
        this.timer = kernel.timer("req->timer", this, this::timerExpired);
    }

    private static VarHandle field(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(FsfReq.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The {@code memset} of {@code zfcp_fsf_alloc}: plain stores, since nobody else knows the request yet. */
    public void reset() {
        reqId = 0;
        adapter = null;
        resetQdio();
        STATUS.set(this, 0);
        qtcb = 0;
        DATA.set(this, null);
        srb = 0;
        next = null;
        ERP_ACTION.set(this, null);
        pool = null;
        issued = 0;
        handler = null;
        timerFunction = null;
    }

    @Override
    public void poison() {
        reqId = POISON;
        adapter = null;
        finalStatus = status;
        DATA.set(this, null);
        next = null;
        ERP_ACTION.set(this, null);
        handler = null;
        timerFunction = null;
    }

    @Override
    public boolean isPoisoned() {
        return reqId == POISON && adapter == null && status == finalStatus && data == null && next == null && erpAction == null
            && handler == null && timerFunction == null;
    }

    /** {@code zfcp_fsf_req_is_status_read_buffer}. */
    @LinuxSource("zfcp_def.h:zfcp_fsf_req_is_status_read_buffer")
    public boolean isStatusReadBuffer() {
        return qtcb == 0;
    }

    /** Names the function that the timer calls. */
    public void timerSetup(Consumer<FsfReq> function) {
        timerFunction = function;
    }

    private void timerExpired() {
        timerFunction.accept(this);
    }
}
