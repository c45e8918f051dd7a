// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.sysfs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.unit.Units;

/** Attributes of a remote port. Process context; an open attribute holds a reference to the port. */
public final class PortAttributes {
    private PortAttributes() {
    }

    /**
     * {@code zfcp_sysfs_port_failed_store}: attribute {@code failed}; 0 reopens the port and waits for its recovery.
     *
     * @return 0 or {@code -EINVAL}
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_port_failed_store")
    public static int portFailedStore(Port port, long val) {
        if (val != 0) {
            return -Errno.EINVAL;
        }

        ErpStatus.setPortStatus(port, ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.portReopen(port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "sypfai2");
        ErpWait.wait(port.adapter);
        return 0;
    }

    /** {@code zfcp_sysfs_unit_add_store}: attribute {@code unit_add}; 0, or as {@link Units#unitAdd}. */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_unit_add_store")
    public static int unitAddStore(Port port, long fcpLun) {
        port.adapter.module.level.configuring().beforeUnitAdd(port);
        return Units.unitAdd(port, fcpLun);
    }

    /** {@code zfcp_sysfs_unit_remove_store}: attribute {@code unit_remove}; 0, or {@code -EINVAL} if there is no such unit. */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_unit_remove_store")
    public static int unitRemoveStore(Port port, long fcpLun) {
        return Units.unitRemove(port, fcpLun) == 0 ? 0 : -Errno.EINVAL;
    }
}
