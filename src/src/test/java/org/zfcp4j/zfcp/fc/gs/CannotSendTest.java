// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.qdio.QdioSetup;

/** What the generic services do while the queues are down: nothing is sent, nothing is kept, recovery is asked for. */
class CannotSendTest {
    private static final long WWPN = 0x500507630300c562L;

    private static void run(Consumer<AdapterBed> body) {
        AdapterBed.run(bed -> {
            assertEquals(0, QdioSetup.setup(bed.adapter));
            assertEquals(0, GsSetup.gsSetup(bed.adapter));
            bed.adapter.pool.gidPn = StoragePool.create(bed.kernel, "gid_pn", 1, bed.module.fcPayloadCache);
            bed.host().fc.portType = FcHost.FC_PORTTYPE_NPORT;
            long allocated = bed.kernel.storage().allocated();

            body.accept(bed);

            assertEquals(allocated, bed.kernel.storage().allocated(), "storage that was not given back");
            WkaPortOps.wkaPortsForceOffline(bed.adapter.gs);
            GsSetup.gsDestroy(bed.adapter);
            assertNull(bed.adapter.gs);
            bed.adapter.pool.gidPn.destroy();
            QdioSetup.destroy(bed.adapter.qdio);
        });
    }

    private static List<String> recTags(AdapterBed bed) {
        return bed.area("rec").stream().map(AdapterBed.Traced::tag).toList();
    }

    /** Runs a function of a port's work item with the reference that queueing it takes. */
    private static void work(AdapterBed bed, Port port, Consumer<Work> function) {
        port.dev.get();
        Work work = bed.kernel.work("port_work", port, function);
        bed.adapter.workQueue.queue(work);
        work.flush();
        assertEquals(1, port.dev.references());
    }

    @Test
    void aWellKnownPortStaysOffline() {
        run(bed -> {
            WkaPort ds = bed.adapter.gs.ds();
            assertEquals(0xfffffc, ds.dId);
            assertEquals(-Errno.EIO, WkaPortOps.wkaPortGet(ds));
            assertEquals(WkaPort.Status.ZFCP_FC_WKA_PORT_OFFLINE, ds.status);
            assertEquals(0, ds.refcount.read());
        });
    }

    @Test
    void theLastUserOfAWellKnownPortHasItClosedAfterTenMilliseconds() {
        run(bed -> {
            WkaPort ds = bed.adapter.gs.ds();
            ds.status = WkaPort.Status.ZFCP_FC_WKA_PORT_ONLINE;
            assertEquals(0, WkaPortOps.wkaPortGet(ds));
            assertEquals(0, WkaPortOps.wkaPortGet(ds));
            WkaPortOps.wkaPortPut(ds);
            assertFalse(ds.work.isPending());
            WkaPortOps.wkaPortPut(ds);
            assertTrue(ds.work.isPending());
            bed.kernel.msleep(9);
            assertTrue(ds.work.isPending());
            assertEquals(WkaPort.Status.ZFCP_FC_WKA_PORT_ONLINE, ds.status);
            ds.work.flush();
            assertEquals(WkaPort.Status.ZFCP_FC_WKA_PORT_OFFLINE, ds.status, "the close could not be sent");
        });
    }

    @Test
    void aLookUpThatCannotBeSentReopensTheAdapter() {
        run(bed -> {
            Port port = bed.port(WWPN, 0);
            work(bed, port, DidLookupWork::portDidLookup);
            assertEquals("fcgpn_1", recTags(bed).getLast());
            assertEquals(0, port.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
        });
    }

    @Test
    void aLinkTestThatCannotBeSentForcesThePortToReopenWithoutItsAddress() {
        run(bed -> {
            Port port = bed.port(WWPN, 0x010200);
            work(bed, port, Adisc::linkTestWork);
            assertEquals("fcltwk1", recTags(bed).getLast());
            assertEquals(0, port.dId);
            assertEquals(0, port.status.read() & ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST);
        });
    }

    @Test
    void aLinkTestDuringAnotherDoesNothing() {
        run(bed -> {
            Port port = bed.port(WWPN, 0x010200);
            port.status.or(ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST);
            work(bed, port, Adisc::linkTestWork);
            assertEquals(0x010200, port.dId);
            assertEquals(List.of(), recTags(bed));
        });
    }

    @Test
    void scanAndNameUpdateGiveUpAndTheScanStillSetsTheRateLimit() {
        run(bed -> {
            bed.parameters.portScanBackoff = 0;
            Work scan = bed.kernel.work("scan_work", bed.adapter, PortScan::scanPorts);
            bed.adapter.workQueue.queue(scan);
            scan.flush();
            Work name = bed.kernel.work("ns_up_work", bed.adapter, SymName::symNameUpdate);
            bed.adapter.workQueue.queue(name);
            name.flush();
            assertTrue(bed.adapter.nextPortScan >= 60000);
            assertTrue(bed.adapter.portList.isEmpty());
        });
    }
}
