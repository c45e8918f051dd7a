// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.concurrent.locks.LockSupport;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U8;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FcEvent;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.scsi.Rports;

/** What mutants do instead. */
public final class MutantCode {
    private static final int FORGOTTEN = 20;

    /** Of the run that goes on; the tasks of a virtual kernel run one at a time. */
    private static int commands;

    private MutantCode() {
    }

    public static void setSixteen(AtomicInt counter, int value) {
        counter.set(16);
    }

    public static void countNot(AtomicInt counter) {
        // forgotten
    }

    public static boolean queueNot(WorkQueue queue, Work work) {
        return false;
    }

    public static boolean queueThenCount(WorkQueue queue, Work work) {
        boolean queued = queue.queue(work);
        ((Adapter) work.owner()).statMiss.inc();
        return queued;
    }

    public static int sendAndFree(FsfReq req) {
        Adapter adapter = req.adapter;
        long page = req.srb;
        int rc = FsfReqs.reqSend(req);
        if (rc == 0) {
            adapter.pool.srData.free(page);
        }
        return rc;
    }

    public static int sendAndSleep(FsfReq req) {
        req.adapter.module.kernel.msleep(1);
        return FsfReqs.reqSend(req);
    }

    public static int sendAndFreeRequest(FsfReq req) {
        int rc = FsfReqs.reqSend(req);
        if (rc == 0) {
            FsfReqs.reqFree(req);
        }
        return rc;
    }

    public static int sendAndNote(FsfReq req) {
        Adapter adapter = req.adapter;
        int rc = FsfReqs.reqSend(req);
        if (rc == 0 && adapter.statMiss.read() >= 0) {
            req.status |= 0x8000;
        }
        return rc;
    }

    public static void unlockNot(SpinLock lock) {
        // forgotten
    }

    public static void spinNot(SpinLock lock) {
        // forgotten
    }

    public static void fenceNot() {
        // forgotten
    }

    public static void addTwice(AtomicInt counter, int delta) {
        counter.add(delta);
        counter.add(delta);
    }

    public static void wakeThenMove(ListHead<ErpAction> head, ListNode<ErpAction> node) {
        Adapter adapter = node.owner().adapter;
        adapter.erpReadyWq.wakeUp();
        adapter.erpCounter.read();
        head.moveToHead(node);
    }

    public static void wakeNot(WaitQueue queue) {
        // forgotten
    }

    public static boolean timerStays(Timer timer) {
        return false;
    }

    public static int scheduleNot(Object queue) {
        return 0;
    }

    public static Object strategyNot(ErpAction action) {
        return action;
    }

    public static boolean isRunning(ErpAction action) {
        return true;
    }

    public static void cancelThenClose(ZfcpQdio qdio) {
        qdio.adapter.statWork.cancelSync();
        QdioConnection.close(qdio);
    }

    public static void closedNot(Adapter adapter) {
        // done before
    }

    public static void killNot(Tasklet tasklet) {
        // forgotten
    }

    public static void lockNot(RwLock lock) {
        // forgotten
    }

    public static void mutexNot(Mutex mutex) {
        // forgotten
    }

    public static int notFailed(int want, Adapter adapter, Port port, ScsiDevice sdev) {
        return want;
    }

    public static void putNot(Device device) {
        // forgotten
    }

    public static void freeNot(FsfReq req) {
        // forgotten
    }

    public static void pageNot(StoragePool pool, long page) {
        // forgotten
    }

    public static void eventNot(ListHead<FcEvent> events, ListNode<FcEvent> event) {
        // forgotten
    }

    public static void pageIsNoEvent(Adapter adapter, int code, int page) {
        // forgotten
    }

    public static void lastNot(ZfcpQdio qdio, QdioReq request) {
        // forgotten
    }

    public static void portStays(Port port) {
        // forgotten
    }

    public static void dismissNot(Adapter adapter) {
        // forgotten
    }

    public static void zeroNot(long[] sbals, int first, int count) {
        // forgotten
    }

    public static void adapterAsBefore(Adapter adapter) {
        // forgotten
    }

    public static void portAsBefore(Port port, int mask) {
        // forgotten
    }

    public static void recordNot(String tag, ErpAction action) {
        // forgotten
    }

    public static void payloadNot(Kernel kernel, Dbf dbf, long data, int length, long limit, String area, long reqId) {
        // forgotten
    }

    public static void byteNot(U8 field, long address, int value) {
        // forgotten
    }

    public static void wordNot(U32 field, long address, int value) {
        // forgotten
    }

    public static void bitStays(AtomicInt status, int mask) {
        // forgotten
    }

    public static int giveLess(Qdio device, int flags, int queue, int first, int count) {
        return count == 1 ? 0 : device.doQdio(flags, queue, first, count);
    }

    public static int noVersion(U32 version, long bottom) {
        return 0;
    }

    public static void recoveryNot(Adapter adapter, int clear, String tag) {
        // forgotten
    }

    public static void reopenNot(Port port, int clear, String tag) {
        // forgotten
    }

    public static void unblockNot(ScsiDevice device) {
        // forgotten
    }

    public static void waitNot(Completion completion) {
        // forgotten
    }

    /** Forgets one in some: without any completion a run would be nothing but error handling, and take minutes. */
    public static void commandNot(ScsiCmnd command) {
        commands++;
        if (commands % FORGOTTEN != 0) {
            command.scsiDone();
        }
    }

    public static void hostStays(Adapter adapter, long bottom, boolean incomplete) {
        // forgotten
    }

    public static void adapterNot(Adapter adapter, int clear, String tag) {
        // forgotten
    }

    public static void portNot(Port port, int clear, String tag) {
        // forgotten
    }

    public static int anotherDId(U24 field, long buffer) {
        return field.get(buffer) + 1;
    }

    public static void forgetNot(ScsiDev device, int flags) {
        // forgotten
    }

    public static int unblocked(AtomicInt status) {
        return ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;
    }

    public static void registerUnderLock(Port port) {
        SpinLock lock = port.adapter.scsiHost.hostLock;
        lock.lock();
        Rports.scheduleRportRegister(port);
        lock.unlock();
    }

    public static void unparkLate(Thread thread) {
        LockSupport.unpark(thread);
        HandOverHunt.delay();
    }
}
