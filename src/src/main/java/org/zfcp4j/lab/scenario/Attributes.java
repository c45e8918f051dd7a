// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.sysfs.AdapterAttributes;
import org.zfcp4j.zfcp.sysfs.LunAttributes;
import org.zfcp4j.zfcp.sysfs.PortAttributes;

/** What an administrator writes into the driver's attributes in sysfs. Process context. */
final class Attributes {
    private Attributes() {
    }

    /** 0 to {@code failed} of the adapter. */
    static void adapterFailed(Adapter adapter) {
        AdapterAttributes.adapterFailedStore(adapter.module, adapter.ccwDevice, 0);
    }

    /** 0 to {@code failed} of a port. */
    static void portFailed(Adapter adapter, long wwpn) {
        withPort(adapter, wwpn, port -> PortAttributes.portFailedStore(port, 0));
    }

    /** 0 to {@code zfcp_failed} of a LUN. */
    static void lunFailed(ScsiDevice sdev) {
        LunAttributes.scsiZfcpFailedStore(sdev, 0);
    }

    /** {@code port_rescan}: returns when the scan is done. */
    static void portRescan(Adapter adapter) {
        AdapterAttributes.portRescanStore(adapter.module, adapter.ccwDevice);
    }

    /** {@code port_remove}; 0 or a negative errno. */
    static int portRemove(Adapter adapter, long wwpn) {
        return AdapterAttributes.portRemoveStore(adapter.module, adapter.ccwDevice, wwpn);
    }

    /** {@code unit_add}; 0 or a negative errno. */
    static int unitAdd(Adapter adapter, long wwpn, long fcpLun) {
        int[] rc = {-Errno.ENODEV};
        withPort(adapter, wwpn, port -> rc[0] = PortAttributes.unitAddStore(port, fcpLun));
        return rc[0];
    }

    /** {@code unit_remove}. */
    static void unitRemove(Adapter adapter, long wwpn, long fcpLun) {
        withPort(adapter, wwpn, port -> PortAttributes.unitRemoveStore(port, fcpLun));
    }

    /** An open attribute holds the object that it belongs to. */
    private static void withPort(Adapter adapter, long wwpn, Consumer<Port> action) {
        Port port = Ports.getPortByWwpn(adapter, wwpn);
        if (port != null) {
            action.accept(port);
            port.dev.put();
        }
    }
}
