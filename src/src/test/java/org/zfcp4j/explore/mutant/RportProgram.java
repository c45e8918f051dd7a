// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/** The recovery of a port has ended and lets I/O through, while the recovery of a LUN below it begins. */
final class RportProgram extends BedProgram {
    @Override
    Supplier<String> play(VirtualKernel kernel, AdapterBed bed) {
        Port port = bed.port(0x500507630300c562L, 0x010200);
        port.status.or(RUNS);
        ScsiDevice sdev = bed.device(port, 0, 0);
        ScsiDev lun = ScsiDev.of(sdev);
        lun.status.or(RUNS);
        bed.host().devices.addTail(sdev.siblings);
        boolean[] tooEarly = new boolean[1];
        kernel.describe("too early", () -> tooEarly[0] ? 1 : 0);
        kernel.setObserver(new KernelObserver() {
            @Override
            public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
                tooEarly[0] |= work == port.rportWork
                    && (lun.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE) != 0;
            }
        });
        kernel.user("recovery", () -> unblock(port));
        kernel.user("timeout", () -> ErpTrigger.lunReopen(sdev, 0, "fscoh_6"));
        return () -> tooEarly[0] ? "the rport is unblocked while a LUN is in recovery" : null;
    }

    private static void unblock(Port port) {
        try {
            Method method = Class.forName("org.zfcp4j.zfcp.erp.strategy.RportUnblock").getDeclaredMethod("tryRportUnblock", Port.class);
            method.setAccessible(true);
            method.invoke(null, port);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
