// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcFunctionTemplate;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.FcHostStatistics;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/** {@code zfcp_transport_functions}: the driver as the FC transport class sees it. No state; process context. */
public final class FcHostOps implements FcFunctionTemplate {
    public static final FcHostOps INSTANCE = new FcHostOps();

    private FcHostOps() {
    }

    /** {@code zfcp_scsi_get_fc_host_stats}. */
    @Override
    public FcHostStatistics getFcHostStats(ScsiHost host) {
        return HostStatistics.getFcHostStats(host);
    }

    /** {@code zfcp_scsi_reset_fc_host_stats}. */
    @Override
    public void resetFcHostStats(ScsiHost host) {
        HostStatistics.resetFcHostStats(host);
    }

    /** {@code zfcp_scsi_get_host_port_state}. */
    @Override
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_get_host_port_state")
    public int getHostPortState(ScsiHost shost) {
        Adapter adapter = (Adapter) shost.hostdata;
        int status = adapter.status.read();

        if ((status & ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING) != 0
                && (status & ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) == 0) {
            return FcHost.FC_PORTSTATE_ONLINE;
        } else if ((status & ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0) {
            return FcHost.FC_PORTSTATE_LINKDOWN;
        } else if ((status & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
            return FcHost.FC_PORTSTATE_ERROR;
        }
        return FcHost.FC_PORTSTATE_UNKNOWN;
    }

    /** {@code zfcp_scsi_set_rport_dev_loss_tmo}. */
    @Override
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_set_rport_dev_loss_tmo")
    public void setRportDevLossTmo(FcRport rport, int timeoutSeconds) {
        rport.devLossTmo = timeoutSeconds;
    }

    /**
     * {@code zfcp_scsi_terminate_rport_io}: ends all commands to a remote port by closing it. A reopen, because a shutdown
     * would replace a reopen that is in progress; a forced one, because without NPIV the channel would open a port that is gone
     * from its cached login.
     */
    @Override
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_terminate_rport_io")
    public void terminateRportIo(FcRport rport) {
        Adapter adapter = (Adapter) rport.host.hostdata;

        Port port = Ports.getPortByWwpn(adapter, rport.portName);
        if (port != null) {
            ErpTrigger.portForcedReopen(port, 0, "sctrpi1");
            port.dev.put();
        } else {
            ErpTrigger.portForcedNoPortDbf("sctrpin", adapter, rport.portName, rport.portId);
        }
    }
}
