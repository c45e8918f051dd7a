// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;

import java.util.function.UnaryOperator;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.adapter.StatusReadRefill;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * An adapter with open queues and its status read buffers at the channel: the driver as it is, brought up without error recovery.
 * The steps are those of {@code native/reference/ref_post.c}; several threads may take them at a time.
 */
public final class RefillMachine implements AutoCloseable {
    /** Looks after which a side returns, the same as {@code ZFCPREF_LOOKS}. */
    private static final int LOOKS = 64;

    private final InlineKernel kernel = new InlineKernel();
    private final SrbChannel channel = new SrbChannel(kernel);
    private final Adapter adapter;
    private final InlineTasklet outputTasklet;
    private final InlineTasklet inputTasklet;
    private final InlineWork statWork;
    /** Ids of what a thread has fetched; looked up once per call of {@link #post}. */
    private final ThreadLocal<long[]> fetched = ThreadLocal.withInitial(() -> new long[QDIO_MAX_BUFFERS_PER_Q]);

    /**
     * @param policy name of a refill policy, or {@code lock}
     * @param srbs buffers that the channel is to have, 1 to 128
     */
    public RefillMachine(String policy, int srbs) {
        this(policy, srbs, own -> own);
    }

    /** One that counts the deficits that its refills find. */
    public RefillMachine(String policy, int srbs, DeficitCensus census) {
        this(policy, srbs, census::of);
    }

    private RefillMachine(String policy, int srbs, UnaryOperator<RefillPolicy> around) {
        ModuleParameters parameters = new ModuleParameters();
        // no trace of each buffer, on either side
        parameters.dbflevel = 1;
        ZfcpModule module = new ZfcpModule(kernel, null, null, (area, level, tod, record, length) -> { }, parameters,
                around.apply(policy(policy, kernel)), Levels.linux510(), AdapterSetup.UPCALLS);
        CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, device -> { }), channel, null);
        cdev.setTiming(QdioTiming.NONE);
        adapter = AdapterSetup.adapterEnqueue(module, cdev, errno -> {
            throw new IllegalStateException("adapter not enqueued: " + errno);
        });
        if (QdioConnection.open(adapter.qdio) != 0) {
            throw new IllegalStateException("queues not opened");
        }
        outputTasklet = kernel.tasklet("qdio_outbound");
        inputTasklet = kernel.tasklet("qdio_inbound");
        statWork = (InlineWork) adapter.statWork;
        adapter.statReadBufNum = srbs;
        adapter.statMiss.set(srbs);
        StatusReadRefill.statusReadRefill(adapter);
        if (adapter.statMiss.read() != 0) {
            throw new IllegalStateException("status read buffers not posted");
        }
    }

    private static RefillPolicy policy(String name, Kernel kernel) {
        return name.equals(LockedClaim.NAME) ? new LockedClaim(kernel) : RefillPolicies.byName(name);
    }

    /**
     * Lets the channel consume {@code operations} buffers, up to {@code burst} before each refill.
     *
     * @return how many of them were consumed while more than agreed had been posted, which is how many were posted in excess
     */
    public long post(int operations, int burst) {
        long[] ids = fetched.get();
        long excess = 0;
        int look = 0;
        int done = 0;
        while (done < operations) {
            int want = Math.min(operations - done, burst);
            int got = channel.fetch(ids, want);
            if (got > 0) {
                outputTasklet.schedule();
                outputTasklet.runPending();
            }
            for (int i = 0; i < got; i++) {
                excess += consumed(ids[i]);
            }
            StatusReadRefill.statusReadRefill(adapter);
            outputTasklet.runPending();
            if (got == 0) {
                Pause.look(look++);
            } else {
                look = 0;
                done += got;
            }
        }
        return excess;
    }

    /** The driver sees a buffer come back: 1 if there was one more than agreed. */
    private int consumed(long id) {
        FsfReq req = ReqLists.findRm(adapter.reqList, id);
        adapter.pool.srData.free(req.srb);
        FsfReqs.reqFree(req);
        return adapter.statMiss.addReturn(1) <= 0 ? 1 : 0;
    }

    /**
     * The whole loop: the channel consumes {@code operations} buffers, up to {@code burst} before it raises an interrupt; the driver
     * takes them from its response queue and queues {@code stat_work}, which posts.
     */
    public void loop(int operations, int burst) {
        int look = 0;
        int done = 0;
        while (done < operations) {
            int want = Math.min(operations - done, burst);
            int got = channel.notifyDriver(want);
            if (got == 0) {
                Pause.look(look++);
            } else {
                look = 0;
                done += got;
                channel.interrupt();
            }
            inputTasklet.runPending();
            outputTasklet.runPending();
            statWork.runPending();
        }
    }

    /**
     * The channel's side of {@link #loop}, for a thread that does nothing else. Returns also if there is nothing to do for a while, so that its
     * caller can end: how many buffers it has consumed.
     */
    public int channelSide(int operations, int burst) {
        int look = 0;
        int done = 0;
        while (done < operations && look < LOOKS) {
            int got = channel.notifyDriver(Math.min(operations - done, burst));
            if (got == 0) {
                Pause.look(look++);
            } else {
                look = 0;
                done += got;
                channel.raise();
            }
        }
        return done;
    }

    /** The driver's side, likewise: takes interrupts, and does what has become due. */
    public void driverSide() {
        for (int look = 0; look < LOOKS; look++) {
            channel.takeInterrupt();
            inputTasklet.runPending();
            outputTasklet.runPending();
            statWork.runPending();
            Pause.look(0);
        }
    }

    @Override
    public void close() {
        QdioConnection.close(adapter.qdio);
        kernel.close();
    }
}
