// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.level.Levels;

/** An adapter with one port with one LUN, none of which talks to a channel; its recovery thread never runs. */
public final class ErpBed {
    /** What {@code zfcp_dbf_rec_trig} traced. */
    public record Trigger(String tag, int want, int need, int ready) {
    }

    public final Adapter adapter;
    public final Port port;
    public final ScsiDev lun;
    public final TestDevice sdev;
    /** Trigger records, in order. */
    public final List<Trigger> triggers = new ArrayList<>();

    /** A SCSI device whose references are counted. */
    public static final class TestDevice extends ScsiDevice {
        public int references = 1;

        TestDevice(ScsiHost host, long lun) {
            super(host, 0, 0, lun, null);
        }

        @Override
        public int get() {
            if (state == State.DEL) {
                return -Errno.ENXIO;
            }
            references++;
            return 0;
        }

        @Override
        public void put() {
            references--;
        }
    }

    private static final class NoThread extends KThread {
        NoThread() {
            super("zfcperp0.0.1900");
        }

        @Override
        public boolean shouldStop() {
            return false;
        }

        @Override
        public void stop() {
        }
    }

    private ErpBed(Kernel kernel) {
        ModuleParameters parameters = new ModuleParameters();
        parameters.dbflevel = 6;
        ZfcpModule module = new ZfcpModule(kernel, null, null, this::traced, parameters, null, Levels.linux510(), Upcalls.NONE);
        Device device = new Device(kernel, "0.0.1900", null, null, dev -> { });
        Subchannel subchannel = (Subchannel) Proxy.newProxyInstance(Subchannel.class.getClassLoader(),
                new Class<?>[] {Subchannel.class}, (proxy, method, args) -> method.getReturnType() == int.class ? 0 : null);
        adapter = new Adapter(module, new CcwDevice(kernel, device, subchannel, null), released -> { });
        assertEquals(0, DbfAdapter.adapterRegister(adapter));
        adapter.workQueue = kernel.orderedWorkQueue("zfcp_q_0.0.1900");
        adapter.erpThread = new NoThread();
        adapter.scsiHost = new ScsiHost(kernel, null, adapter);
        port = addPort(0x500507630300c562L);
        sdev = new TestDevice(adapter.scsiHost, 0x40004010L);
        lun = new ScsiDev(adapter, sdev);
        lun.attach(port);
        sdev.transportData = lun;
        sdev.state = ScsiDevice.State.RUNNING;
        adapter.scsiHost.devices.addTail(sdev.siblings);
    }

    /** Lets {@code test} use a bed as a process of a virtual kernel. */
    public static void run(Consumer<ErpBed> test) {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                ErpBed bed = new ErpBed(kernel);
                test.accept(bed);
                bed.adapter.workQueue.destroy();
            });
        }
    }

    /** Another port of the adapter. */
    public Port addPort(long wwpn) {
        Port added = new Port(adapter, wwpn, 0x010200);
        added.dev = new Device(adapter.module.kernel, Long.toHexString(wwpn), null, added, dev -> { });
        adapter.portList.addTail(added.list);
        return added;
    }

    /** Sets the three status words. */
    public void status(int adapterStatus, int portStatus, int lunStatus) {
        adapter.status.set(adapterStatus);
        port.status.set(portStatus);
        lun.status.set(lunStatus);
    }

    /** Takes the only queued action off; null if there is none. Its references stay. */
    public ErpAction takeQueued() {
        if (adapter.erpReadyHead.isEmpty()) {
            return null;
        }
        ErpAction act = adapter.erpReadyHead.first().owner();
        act.list.del();
        adapter.erpTotalCount--;
        return act;
    }

    private void traced(org.zfcp4j.kernel.debug.DebugArea area, int level, long tod, byte[] record, int length) {
        if (record.length != ZfcpDbfRec.SIZE || record[(int) ZfcpDbfRec.ID.offset()] != DbfConstants.ZFCP_DBF_REC_TRIG) {
            return;
        }
        int trig = (int) ZfcpDbfRec.TRIG.offset();
        String tag = new String(record, (int) ZfcpDbfRec.TAG.offset(), 7, StandardCharsets.US_ASCII);
        triggers.add(new Trigger(tag, record[trig + (int) ZfcpDbfRecTrigger.WANT.offset()] & 0xff,
                record[trig + (int) ZfcpDbfRecTrigger.NEED.offset()] & 0xff,
                record[trig + (int) ZfcpDbfRecTrigger.READY.offset() + 3]));
    }
}
