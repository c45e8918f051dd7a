// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.bed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.qdio.ScriptedSubchannel;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.level.Levels;

/**
 * An adapter with traces and a work queue but without ERP thread, for tests of what lies below error recovery: a recovery
 * that is triggered leaves its trace record and nothing else. All traces are on.
 */
public final class AdapterBed {
    /** A record that was traced. */
    public record Traced(String area, int level, byte[] record) {
        /** The tag of a record that has one in its usual place. */
        public String tag() {
            return new String(record, 1, 7, java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    /** A SCSI device that nobody counts references of. */
    private static final class BedDevice extends ScsiDevice {
        BedDevice(ScsiHost host, int id, long lun) {
            super(host, 0, id, lun, null);
        }

        @Override
        public int get() {
            return 0;
        }

        @Override
        public void put() {
            // never freed
        }
    }

    public final Kernel kernel;
    public final ScriptedSubchannel subchannel = new ScriptedSubchannel();
    public final ModuleParameters parameters = new ModuleParameters();
    public final List<Traced> traced = new ArrayList<>();
    public final ZfcpModule module;
    public final CcwDevice cdev;
    public final Adapter adapter;

    /** What {@code zfcp_fsf_reqid_check} does; nothing unless a test says so. */
    public ObjIntConsumer<ZfcpQdio> reqidCheck = (qdio, index) -> { };

    public AdapterBed(Kernel kernel) {
        this(kernel, Levels.linux510());
    }

    /** The same for the driver of another level. */
    public AdapterBed(Kernel kernel, Level level) {
        this.kernel = kernel;
        parameters.dbflevel = 6;
        module = new ZfcpModule(kernel, new ScsiMidlayerFake(kernel, new MidlayerObserver() { }), null,
                (area, traceLevel, tod, record, length) -> traced.add(new Traced(
                        area.name().substring(area.name().lastIndexOf('_') + 1), traceLevel, Arrays.copyOf(record, length))),
                parameters, null, level, Upcalls.NONE.withReqidCheck((qdio, index) -> reqidCheck.accept(qdio, index)));
        cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }), subchannel, null);
        cdev.setTiming(QdioTiming.NONE);
        adapter = new Adapter(module, cdev, a -> { });
        adapter.workQueue = kernel.orderedWorkQueue("zfcp_q_0.0.1900");
        assertEquals(0, DbfAdapter.adapterRegister(adapter));
    }

    /** Runs a test body as a process of a virtual kernel, and throws what it throws or what the kernel found wrong. */
    public static void run(Consumer<AdapterBed> body) {
        run(Levels.linux510(), body);
    }

    /** The same for the driver of another level. */
    public static void run(Level level, Consumer<AdapterBed> body) {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                AdapterBed bed = new AdapterBed(kernel, level);
                body.accept(bed);
                bed.adapter.workQueue.destroy();
            });
        }
    }

    /** A remote port on the adapter's list. */
    public Port port(long wwpn, int dId) {
        Port port = new Port(adapter, wwpn, dId);
        port.dev = new Device(kernel, "0x" + Long.toHexString(wwpn), cdev.device(), port, dev -> { });
        adapter.portList.addTail(port.list);
        return port;
    }

    /** The adapter's SCSI host, made by the first call. */
    public ScsiHost host() {
        if (adapter.scsiHost == null) {
            adapter.scsiHost = new ScsiHost(kernel, null, adapter);
        }
        return adapter.scsiHost;
    }

    /** A LUN of a port, not on the host's list. */
    public ScsiDevice device(Port port, int id, long lun) {
        ScsiDevice sdev = new BedDevice(host(), id, lun);
        ScsiDev data = new ScsiDev(adapter, sdev);
        data.attach(port);
        sdev.transportData = data;
        return sdev;
    }

    /** The records of an area since the last {@code traced.clear()}. */
    public List<Traced> area(String area) {
        return traced.stream().filter(record -> record.area().equals(area)).toList();
    }
}
