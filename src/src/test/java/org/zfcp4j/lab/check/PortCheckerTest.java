// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.scsi.Rports;

/** A port that is let through although it is blocked: always wrong, and a known mistake of zfcp in one case only. */
class PortCheckerTest {
    private static final String RECOVERY = "zfcperp0.0.1900";
    private static final int SEEDS = 200;

    /** A play of recovery against somebody who blocks the port without {@code erp_lock}. */
    private static final class Play {
        private final Findings findings;
        private final PortChecker checker;
        private final AdapterBed bed;
        private final Port port;
        private long blockedIn;
        private long letThroughIn;
        private boolean letThroughBlocked;

        Play(VirtualKernel kernel) {
            bed = new AdapterBed(kernel);
            bed.host();
            port = bed.port(0x500507630300c562L, 0x010200);
            port.status.or(ZFCP_STATUS_COMMON_UNBLOCKED);
            findings = new Findings(kernel);
            checker = new PortChecker(kernel, findings, new Activity());
            kernel.setObserver(new KernelObserver() {
                @Override
                public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
                    checker.atomicChanged(atomic, oldValue, newValue);
                    if (atomic == port.status) {
                        blockedIn = kernel.writeHold(bed.adapter.erpLock, RECOVERY);
                    }
                }

                @Override
                public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
                    kernel.peek(() -> {
                        letThroughBlocked = !isUnblocked();
                        letThroughIn = kernel.writeHold(bed.adapter.erpLock, RECOVERY);
                        checker.workQueued(queue, work, delayJiffies, queued);
                        return null;
                    });
                }
            });
        }

        /** Holds the lock twice, looks both times, and lets the port through as it was found the first or the last time. */
        void recover(boolean looksAgain) {
            bed.adapter.erpLock.writeLockIrq();
            boolean unblocked = isUnblocked();
            // Here the port may be blocked, still within the first hold.
            bed.adapter.status.read();
            bed.adapter.erpLock.writeUnlockIrq();
            bed.adapter.erpLock.writeLockIrq();
            if (looksAgain ? isUnblocked() : unblocked) {
                Rports.scheduleRportRegister(port);
            }
            bed.adapter.erpLock.writeUnlockIrq();
        }

        private boolean isUnblocked() {
            return (port.status.read() & ZFCP_STATUS_COMMON_UNBLOCKED) != 0;
        }
    }

    private static Play play(int seed, boolean looksAgain) {
        Play[] play = {null};
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(new SeededScheduler(seed, 400, 0)))) {
            kernel.runOrThrow(() -> {
                play[0] = new Play(kernel);
                kernel.user(RECOVERY, () -> play[0].recover(looksAgain));
                play[0].port.status.andnot(ZFCP_STATUS_COMMON_UNBLOCKED);
                kernel.msleep(100);
                play[0].bed.adapter.workQueue.destroy();
            });
        }
        return play[0];
    }

    @Test
    void whoeverLooksUnderTheLockAndFindsThePortBlockedRightAfterwardsMakesAKnownMistake() {
        int notes = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Play play = play(seed, true);
            assertEquals(List.of(), play.findings.list(), "seed " + seed);
            notes += play.findings.notes().size();
        }
        assertTrue(notes > 0, "no seed has met it");
    }

    @Test
    void whoeverLooksBeforeHeTakesTheLockMakesAnother() {
        int found = 0;
        int inAnotherHold = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Play play = play(seed, false);
            boolean wrong = play.letThroughBlocked && play.blockedIn != play.letThroughIn;
            assertEquals(wrong ? 1 : 0, play.findings.list().size(), "seed " + seed);
            found += play.findings.list().size();
            inAnotherHold += wrong && play.blockedIn != 0 ? 1 : 0;
        }
        assertTrue(found > 0, "no seed has met it");
        assertTrue(inAnotherHold > 0, "no seed has blocked the port in the hold before");
    }
}
