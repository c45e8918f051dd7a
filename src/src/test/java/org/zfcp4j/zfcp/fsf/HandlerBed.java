// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonObject.Member;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.scsi.FcRport;
import org.zfcp4j.kernel.scsi.ScatterList;
import org.zfcp4j.kernel.scsi.ScsiCmnd;
import org.zfcp4j.kernel.scsi.ScsiConstants;
import org.zfcp4j.kernel.scsi.ScsiDevice;
import org.zfcp4j.kernel.scsi.ScsiHost;
import org.zfcp4j.kernel.scsi.ScsiMidlayer;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.DiagAdapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** An adapter with ports and a LUN in the state that a recorded row names, without queues: its handlers can be called. */
final class HandlerBed {
    private static final Consumer<Work> NO_WORK = work -> {
    };

    final Effects effects = new Effects();
    final Adapter adapter;
    final List<Port> ports = new ArrayList<>();
    final ScsiDevice sdev;
    private final Kernel kernel;
    private final ZfcpModule module;

    HandlerBed(Kernel kernel, JsonObject before) {
        this.kernel = kernel;
        ModuleParameters parameters = new ModuleParameters();
        parameters.dbflevel = 6;
        module = new ZfcpModule(kernel, ignoring(ScsiMidlayer.class, () -> { }), null, effects, parameters, null);
        module.portGidPnWork = NO_WORK;
        module.portTestLinkWork = NO_WORK;
        module.portRportWork = NO_WORK;
        Device device = new Device(kernel, "0.0.1900", null, null, dev -> { });
        CcwDevice cdev = new CcwDevice(kernel, device, ignoring(Subchannel.class, effects::siosl), null);
        adapter = new Adapter(module, cdev, released -> { },
                new Adapter.WorkFunctions(NO_WORK, NO_WORK, NO_WORK, NO_WORK));
        adapter.workQueue = kernel.orderedWorkQueue("zfcp_q");
        adapter.diagnostics = new DiagAdapter(kernel, FsfQtcbBottom.SIZE);
        adapter.pool.srData = Mempool.create(kernel, "sr_data", 0, module.pageCache);
        adapter.erpThread = new KThread("zfcperp") {
            @Override
            public boolean shouldStop() {
                return false;
            }

            @Override
            public void stop() {
                throw new AssertionError();
            }
        };
        ZfcpQdio qdio = new ZfcpQdio(adapter);
        qdio.reqQ = new long[] {kernel.storage().zalloc(256, 256)};
        qdio.reqQFree.set(128);
        adapter.qdio = qdio;
        adapter.scsiHost = new ScsiHost(kernel, null, adapter);
        DbfAdapter.adapterRegister(adapter);

        for (Member member : before.get("ports").asObject()) {
            ports.add(port(Effects.hex(member.getName()), member.getValue().asArray()));
        }
        Member lun = before.get("luns").asObject().iterator().next();
        sdev = lun(ports.getFirst(), Effects.hex(lun.getName().substring(lun.getName().indexOf('/') + 1)));
        ScsiDev.of(sdev).status.set((int) Effects.hex(lun.getValue().asArray().get(0).asString()));
        adapter.adapterFeatures = Effects.word(before, "features");
        adapter.status.set(Effects.word(before, "adapter"));
        kernel.setObserver(effects);
    }

    /** A stand-in for an interface of which a handler uses, if anything, one method that tells us something. */
    private static <T> T ignoring(Class<T> type, Runnable siosl) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("siosl")) {
                siosl.run();
            }
            return method.getReturnType() == int.class ? (Object) 0 : null;
        }));
    }

    private Port port(long wwpn, JsonArray state) {
        Port port = new Port(adapter, wwpn, (int) Effects.hex(state.get(2).asString()));
        port.dev = new Device(kernel, String.format("0x%016x", wwpn), null, port, dev -> { });
        port.status.set((int) Effects.hex(state.get(0).asString()));
        if (state.get(3).asInt() != 0) {
            port.rport = new FcRport(adapter.scsiHost, 0, wwpn, port.dId, FcRport.FC_RPORT_ROLE_FCP_TARGET);
        }
        adapter.portList.addTail(port.list);
        return port;
    }

    private ScsiDevice lun(Port port, long fcpLun) {
        ScsiDevice device = new ScsiDevice(adapter.scsiHost, 0, 0, FcpLun.toScsiLun(fcpLun), port.rport) {
            @Override
            public int get() {
                return 0;
            }

            @Override
            public void put() {
                // Never removed.
            }
        };
        device.transportData = new ScsiDev(port, device);
        adapter.scsiHost.devices.addTail(device.siblings);
        return device;
    }

    /** A request with id 1, as if the channel had just answered it. */
    FsfReq request(int command, Consumer<FsfReq> handler, Object data) {
        FsfReq req = FsfReqs.reqCreate(adapter.qdio, command, 0, null);
        req.handler = handler;
        req.data = data;
        return req;
    }

    /** The request belongs to an action of recovery that runs. */
    void recovering(FsfReq req, ErpAction action, int type) {
        action.type = type;
        adapter.erpRunningHead.addHead(action.list);
        adapter.erpTotalCount = 1;
        action.fsfReqId = req.reqId;
        req.erpAction = action;
        req.status |= ZfcpStatus.ZFCP_STATUS_FSFREQ_CLEANUP;
    }

    ScsiCmnd command() {
        byte[] read10 = {0x28, 0, 0, 0, 0, 0, 0, 0, 8, 0};
        ScatterList data = ScatterList.one(kernel.storage().zalloc(4096, 4096), 4096);
        return new ScsiCmnd(sdev, read10, ScsiConstants.DMA_FROM_DEVICE, data, effects::scsiDone);
    }

    CtEls ctEls() {
        CtEls ctEls = new CtEls();
        ctEls.req = ScatterList.one(kernel.storage().zalloc(512, 512), 128);
        ctEls.resp = ScatterList.one(kernel.storage().zalloc(512, 512), 128);
        return ctEls;
    }

    WkaPort directoryServer() {
        return new WkaPort(adapter, 0xfffffc, NO_WORK);
    }
}
