// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.unit.Units;

/** {@code zfcp_scsi.c}: tells the FC transport class of remote ports that came and went. Work queue. */
public final class RportWork {
    private RportWork() {
    }

    /** {@code zfcp_scsi_rport_register}: adds the remote port, unless it is there, and has its units scanned. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_rport_register")
    private static void rportRegister(Port port) {
        Adapter adapter = port.adapter;

        if (port.rport != null) {
            return;
        }

        DbfRec.recTrigLock("scpaddy", adapter, port, null, DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_ADD,
                DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_ADD);
        FcRport rport = adapter.module.fc.remotePortAdd(adapter.scsiHost, 0, port.wwnn, port.wwpn, port.dId,
                FcRport.FC_RPORT_ROLE_FCP_TARGET);
        if (rport == null) {
            adapter.module.kernel.message(LogLevel.ERR, adapter.ccwDevice.device(), "zfcp_scsi.c:zfcp_scsi_rport_register",
                    String.format("The FC transport class did not accept remote port 0x%016x", port.wwpn));
            return;
        }

        rport.maxframeSize = port.maxframeSize;
        rport.supportedClasses = port.supportedClasses;
        port.rport = rport;
        port.stargetId = rport.scsiTargetId;

        Units.unitQueueScsiScan(port);
    }

    /** {@code zfcp_scsi_rport_block}: the remote port is not usable now; the transport class blocks its I/O. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_rport_block")
    private static void rportBlock(Port port) {
        FcRport rport = port.rport;

        if (rport != null) {
            DbfRec.recTrigLock("scpdely", port.adapter, port, null, DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL,
                    DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL);
            port.adapter.module.fc.remotePortDelete(rport);
            port.rport = null;
        }
    }

    /**
     * {@code zfcp_scsi_rport_work}: does what was asked for last, until nothing is left. Function of {@code rport_work}, which
     * holds a reference on the port.
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_rport_work")
    public static void rportWork(Work work) {
        Port port = (Port) work.owner();

        while (port.rportTask != Port.RportTask.RPORT_NONE) {
            // The task is cleared before it is done: one that is asked for meanwhile must not be lost.
            if (port.rportTask == Port.RportTask.RPORT_ADD) {
                port.rportTask = Port.RportTask.RPORT_NONE;
                rportRegister(port);
            } else {
                port.rportTask = Port.RportTask.RPORT_NONE;
                rportBlock(port);
            }
        }

        port.dev.put();
    }
}
