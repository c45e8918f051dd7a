// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.scsi.ScsiMidlayer;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.scsi.ScsiProt;

/** {@code zfcp_scsi.c}: an adapter as a host of the SCSI midlayer and of the FC transport class. Process context. */
public final class ScsiAdapter {
    private static final int MAX_ID = 511;
    private static final long MAX_LUN = 0xFFFFFFFFL;
    /** CDB bytes in an FCP command IU. */
    private static final int MAX_CMD_LEN = 16;

    private ScsiAdapter() {
    }

    /**
     * {@code zfcp_scsi_adapter_register}: makes the host and registers it; afterwards {@link Adapter#scsiHost} is set.
     *
     * @return 0; {@code -EEXIST} if it was registered already and nothing was done; {@code -EIO}, and then there is no host
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_adapter_register")
    public static int adapterRegister(Adapter adapter) {
        if (adapter.scsiHost != null) {
            return -Errno.EEXIST;
        }

        ScsiMidlayer scsi = adapter.module.scsi;
        if (!scsi.mayAllocHost()) {
            return failed(adapter);
        }
        adapter.scsiHost = hostAlloc(adapter);

        // All that is known already shall be there when the midlayer publishes the host.
        QdioConnection.shostUpdate(adapter, adapter.qdio);
        ScsiProt.setProt(adapter);

        if (scsi.addHost(adapter.scsiHost, adapter.ccwDevice.device()) != 0) {
            scsi.putHost(adapter.scsiHost);
            return failed(adapter);
        }
        return 0;
    }

    private static ScsiHost hostAlloc(Adapter adapter) {
        ScsiHost shost = new ScsiHost(adapter.module.kernel, ZfcpHostTemplate.INSTANCE, adapter);
        // Of the template; those for scatter-gather are adjusted to what the channel offers.
        shost.canQueue = ZfcpHostTemplate.CAN_QUEUE;
        shost.sgTablesize = ZfcpHostTemplate.SG_TABLESIZE;
        shost.maxSectors = ZfcpHostTemplate.MAX_SECTORS;

        shost.maxId = MAX_ID;
        shost.maxLun = MAX_LUN;
        shost.maxChannel = 0;
        shost.uniqueId = deviceNumber(adapter.busId());
        shost.maxCmdLen = MAX_CMD_LEN;
        shost.transport = FcHostOps.INSTANCE;
        return shost;
    }

    /** The last part of a bus id such as {@code 0.0.1900}: hexadecimal. */
    private static int deviceNumber(String busId) {
        return Integer.parseInt(busId.substring(busId.lastIndexOf('.') + 1), 16);
    }

    private static int failed(Adapter adapter) {
        adapter.scsiHost = null;
        adapter.module.kernel.message(LogLevel.ERR, adapter.ccwDevice.device(), "zfcp_scsi.c:zfcp_scsi_adapter_register",
                "The SCSI midlayer did not accept the FCP device");
        return -Errno.EIO;
    }

    /**
     * {@code zfcp_scsi_adapter_unregister}: takes the host away from FC transport class and midlayer, if there is one. The
     * remote ports go with it, so no port may refer to one any more.
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_adapter_unregister")
    public static void adapterUnregister(Adapter adapter) {
        ZfcpModule module = adapter.module;
        ScsiHost shost = adapter.scsiHost;
        if (shost == null) {
            return;
        }

        adapter.portListLock.readLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            n.owner().rport = null;
        }
        adapter.portListLock.readUnlockIrq();

        module.fc.removeHost(shost);
        module.scsi.removeHost(shost);
        module.scsi.putHost(shost);
        adapter.scsiHost = null;
    }
}
