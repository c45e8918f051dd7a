// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/**
 * {@code zfcp_erp.c}: blocking an object when its recovery starts and unblocking it when that succeeded. Blocking propagates
 * downwards, unblocking does not: what is below is unblocked by its own recovery.
 */
public final class ErpBlock {
    private ErpBlock() {
    }

    /** {@code zfcp_erp_adapter_block}: clears UNBLOCKED and the bits of {@code mask}. Any context. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_block")
    public static void adapterBlock(Adapter adapter, int mask) {
        ErpStatus.clearAdapterStatus(adapter, ZFCP_STATUS_COMMON_UNBLOCKED | mask);
    }

    /** {@code zfcp_erp_port_block}: clears UNBLOCKED and the bits of {@code clear}. Any context. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_block")
    public static void portBlock(Port port, int clear) {
        ErpStatus.clearPortStatus(port, ZFCP_STATUS_COMMON_UNBLOCKED | clear);
    }

    /** {@code zfcp_erp_lun_block}: clears UNBLOCKED and the bits of {@code clearMask}. Any context. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_block")
    public static void lunBlock(ScsiDevice sdev, int clearMask) {
        ErpStatus.clearLunStatus(sdev, ZFCP_STATUS_COMMON_UNBLOCKED | clearMask);
    }

    /** {@code zfcp_erp_adapter_unblock}: traced if it was blocked. {@code erp_lock} held for writing. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_unblock")
    public static void adapterUnblock(Adapter adapter) {
        if (statusChangeSet(ZFCP_STATUS_COMMON_UNBLOCKED, adapter.status)) {
            DbfRec.recRun("eraubl1", adapter.erpAction);
        }
        adapter.status.or(ZFCP_STATUS_COMMON_UNBLOCKED);
    }

    /** {@code zfcp_erp_port_unblock}: traced if it was blocked. {@code erp_lock} held for writing. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_unblock")
    public static void portUnblock(Port port) {
        if (statusChangeSet(ZFCP_STATUS_COMMON_UNBLOCKED, port.status)) {
            DbfRec.recRun("erpubl1", port.erpAction);
        }
        port.status.or(ZFCP_STATUS_COMMON_UNBLOCKED);
    }

    /** {@code zfcp_erp_lun_unblock}: traced if it was blocked. {@code erp_lock} held for writing. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_unblock")
    public static void lunUnblock(ScsiDevice sdev) {
        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        if (statusChangeSet(ZFCP_STATUS_COMMON_UNBLOCKED, zfcpSdev.status)) {
            DbfRec.recRun("erlubl1", zfcpSdev.erpAction);
        }
        zfcpSdev.status.or(ZFCP_STATUS_COMMON_UNBLOCKED);
    }

    /** {@code zfcp_erp_status_change_set}: true if setting {@code mask} would change the status word. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_status_change_set")
    static boolean statusChangeSet(int mask, AtomicInt status) {
        return ((status.read() ^ mask) & mask) != 0;
    }
}
