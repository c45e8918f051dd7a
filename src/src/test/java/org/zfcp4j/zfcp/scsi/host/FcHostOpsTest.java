// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;

class FcHostOpsTest {
    private static void state(AdapterBed bed, int expected, int status) {
        bed.adapter.status.set(status);
        assertEquals(expected, FcHostOps.INSTANCE.getHostPortState(bed.host()), () -> Integer.toHexString(status));
    }

    @Test
    void theLinkComesBeforeFailureInTheStateOfTheHostPort() {
        AdapterBed.run(bed -> {
            state(bed, FcHost.FC_PORTSTATE_ONLINE, ZFCP_STATUS_COMMON_RUNNING);
            state(bed, FcHost.FC_PORTSTATE_ONLINE, ZFCP_STATUS_COMMON_RUNNING | ZFCP_STATUS_COMMON_ERP_FAILED);
            state(bed, FcHost.FC_PORTSTATE_LINKDOWN, ZFCP_STATUS_COMMON_RUNNING | ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED);
            state(bed, FcHost.FC_PORTSTATE_LINKDOWN, ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_FAILED);
            state(bed, FcHost.FC_PORTSTATE_ERROR, ZFCP_STATUS_COMMON_ERP_FAILED);
            state(bed, FcHost.FC_PORTSTATE_UNKNOWN, 0);
        });
    }

    @Test
    void terminatingIoForcesThePortToReopenAndTracesOneThatIsUnknown() {
        AdapterBed.run(bed -> {
            Port port = bed.port(0x500507630300c562L, 0x010200);
            FcRport rport = new FcRport(bed.host(), 1, port.wwpn, port.dId, FcRport.FC_RPORT_ROLE_FCP_TARGET);
            FcRport stranger = new FcRport(bed.host(), 1, port.wwpn + 1, 0x010201, FcRport.FC_RPORT_ROLE_FCP_TARGET);

            FcHostOps.INSTANCE.terminateRportIo(rport);
            FcHostOps.INSTANCE.terminateRportIo(stranger);

            assertEquals(List.of("sctrpi1", "sctrpin"), bed.area("rec").stream().map(AdapterBed.Traced::tag).toList());
            assertEquals(1, port.dev.references());
        });
    }
}
