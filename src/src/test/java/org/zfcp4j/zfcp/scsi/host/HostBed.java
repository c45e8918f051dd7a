// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.ScriptedSubchannel;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.qdio.QdioSetup;
import org.zfcp4j.zfcp.reqlist.ReqLists;
import org.zfcp4j.zfcp.scsi.Rports;

/**
 * An adapter that is registered with stand-ins of SCSI midlayer and FC transport and has one open port; there is no recovery
 * thread and no channel, so a recovery that is triggered leaves its trace record and nothing else.
 */
public final class HostBed {
    public static final long WWPN = 0x500507630300c562L;
    /** Elements of a request with multi-buffer mode. */
    public static final int MAX_SBALE_PER_REQ = 574;
    public static final long FCP_LUN = 0x4010400000000000L;

    private static final int NEED = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());

    public final ModuleParameters parameters = new ModuleParameters();
    /** What the midlayer saw, and area and tag of what was traced, in order. */
    public final List<String> events = new ArrayList<>();
    /** What was traced in the recovery area: tag, and what was needed of a trigger record. */
    public final List<String> triggers = new ArrayList<>();
    /** Runs when a device is on the host's list and the driver's slave_alloc is about to be called. */
    public Runnable beforeSlaveAlloc = () -> { };
    public final ZfcpModule module;
    public final FcTransportFake fc;
    public final ScsiMidlayerFake scsi;
    public final Adapter adapter;
    public final Port port;

    private final class Observer implements MidlayerObserver {
        @Override
        public void scanTarget(ScsiHost host, int target, long lun, int mode) {
            events.add("scan_target " + target + " " + Long.toHexString(lun));
        }

        @Override
        public void slaveAlloc(ScsiDevice device) {
            beforeSlaveAlloc.run();
        }

        @Override
        public void slaveAllocDone(ScsiDevice device, int rc) {
            events.add("slave_alloc " + rc);
        }

        @Override
        public void slaveDestroyDone(ScsiDevice device) {
            events.add("slave_destroy");
        }

        @Override
        public void remotePortAdd(ScsiHost host, FcRport rport, boolean reused) {
            events.add("remote_port_add " + Long.toHexString(rport.portName));
        }

        @Override
        public void remotePortDelete(FcRport rport) {
            events.add("remote_port_delete " + Long.toHexString(rport.portName));
        }
    }

    private HostBed(Kernel kernel) {
        parameters.dbflevel = 6;
        fc = new FcTransportFake(new Observer());
        scsi = new ScsiMidlayerFake(kernel, new Observer());
        module = new ZfcpModule(kernel, scsi, fc, (area, level, tod, record, length) -> traced(area.name(), record),
                parameters, null, Levels.linux510(), Upcalls.NONE.withRportWork(RportWork::rportWork));
        CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }),
                new ScriptedSubchannel(), null);
        adapter = new Adapter(module, cdev, a -> { });
        adapter.workQueue = kernel.orderedWorkQueue("zfcp_q_0.0.1900");
        adapter.reqList = ReqLists.alloc(kernel);
        assertEquals(0, QdioSetup.setup(adapter));
        adapter.qdio.maxSbalePerReq = MAX_SBALE_PER_REQ;
        assertEquals(0, DbfAdapter.adapterRegister(adapter));
        assertEquals(0, ScsiAdapter.adapterRegister(adapter));
        port = new Port(adapter, WWPN, 0x010200);
        port.dev = new Device(kernel, "0x" + Long.toHexString(WWPN), cdev.device(), port, dev -> { });
        port.status.set(ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED
                | ZfcpStatus.ZFCP_STATUS_COMMON_OPEN);
        adapter.portList.addTail(port.list);
    }

    private void traced(String area, byte[] record) {
        String tag = new String(record, 1, 7, StandardCharsets.US_ASCII);
        events.add(tag);
        if (area.endsWith("_rec") && record[0] == DbfConstants.ZFCP_DBF_REC_TRIG) {
            triggers.add(tag + String.format(" need 0x%02x", record[NEED]));
        }
    }

    /** Runs a test body as a process of a virtual kernel. */
    public static void run(Consumer<HostBed> body) {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                HostBed bed = new HostBed(kernel);
                body.accept(bed);
                bed.adapter.workQueue.destroy();
                ScsiAdapter.adapterUnregister(bed.adapter);
                QdioSetup.destroy(bed.adapter.qdio);
            });
        }
    }

    /** Has the port added to the FC transport class and waits for that. */
    public void addRport() {
        Rports.scheduleRportRegister(port);
        port.rportWork.flush();
    }

    /** The SCSI device of {@link #FCP_LUN}, which the driver must have accepted. */
    public ScsiDevice device() {
        return adapter.scsiHost.devices.first().owner();
    }

    /** Opens the LUN without asking the channel. */
    public void unblock(ScsiDevice sdev) {
        ScsiDev.of(sdev).status.set(ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED
                | ZfcpStatus.ZFCP_STATUS_COMMON_OPEN);
    }
}
