// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;

import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.AdapterMempool;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.diag.Diag;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.strategy.ErpThread;
import org.zfcp4j.zfcp.fc.gs.GsSetup;
import org.zfcp4j.zfcp.fsf.StatusRead;

/**
 * An open adapter, directly after LINK_UP: one status read buffer used up and counted as missing, or more after a burst of
 * notifications, {@code stat_work} queued, the reopen of the adapter triggered. From here on everything is the port's own:
 * the ERP thread closes the adapter, opens it and posts the initial buffers, while the worker does the {@code stat_work} of
 * before.
 */
final class ReopenFixture implements RefillWorld {
    private final RefillCase refill;
    private final RefillHardware channel;
    private final Adapter adapter;
    private final FormWatch forms;
    private final FcTransportFake transport;

    ReopenFixture(VirtualKernel kernel, RefillCase refill, DebugArea.Sink traces) {
        this.refill = refill;
        this.forms = new FormWatch(kernel);
        this.transport = new FcTransportFake(new MidlayerObserver() {
        }, kernel::msleep, refill.linkUp().blockMillis());
        // LINK_UP is the first notification.
        int more = Math.max(0, refill.notifications() - 1);
        this.channel = new RefillHardware(kernel, refill, more);
        this.adapter = AdapterParts.make(kernel, refill, channel, traces, forms);
        AdapterParts.open(adapter, refill, QdioTiming.LINUX);
        addRecovery(kernel);
        RefillDigests.describe(kernel, adapter);
        postTheOthers();
        linkUp();
        kernel.setObserver(forms);
    }

    /** What recovery and the exchange of configuration data need in addition. */
    private void addRecovery(VirtualKernel kernel) {
        ZfcpModule module = adapter.module;
        AdapterMempool pool = adapter.pool;
        pool.erpReq = Mempool.create(kernel, "erp_req", 1, module.fsfReqCache);
        pool.qtcbPool = StoragePool.create(kernel, "qtcb_pool", 1, module.qtcbCache);
        adapter.scsiHost = new ScsiHost(kernel, null, adapter);
        if (Diag.adapterSetup(adapter) != 0 || GsSetup.gsSetup(adapter) != 0 || ErpThread.threadSetup(adapter) != 0) {
            throw new IllegalStateException("the adapter could not be set up");
        }
        adapter.status.or(ZFCP_STATUS_COMMON_OPEN);
    }

    /** Those that LINK_UP and the notifications before it have used up are missing. */
    private void postTheOthers() {
        for (int i = refill.linkUp().usedUp(); i < refill.srbs(); i++) {
            if (StatusRead.statusRead(adapter.qdio) != 0) {
                throw new IllegalStateException("status read buffer " + i + " could not be posted");
            }
        }
        channel.fetchAll();
    }

    /** What the handler of the notification does. */
    private void linkUp() {
        if (refill.linkUp().versionLost()) {
            adapter.module.level.notifications().notificationLost(adapter, FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE);
        }
        ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_FAILED, "fssrh_2");
        for (int i = 0; i < refill.linkUp().rports(); i++) {
            blockRport(i);
        }
        adapter.statMiss.add(refill.linkUp().usedUp());
        adapter.workQueue.queue(adapter.statWork);
    }

    /**
     * What is left of {@code rport_work}, to those who wait behind it: it deletes the remote port, which sleeps. The port itself is no
     * part of this world, or recovery would go on to open it.
     */
    private void blockRport(int number) {
        FcRport rport = new FcRport(adapter.scsiHost, 0, number, 0, FcRport.FC_RPORT_ROLE_FCP_TARGET);
        adapter.workQueue.queue(adapter.module.kernel.work("rport_work", rport, work -> transport.remotePortDelete(rport)));
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public RefillHardware channel() {
        return channel;
    }

    @Override
    public RefillCase refillCase() {
        return refill;
    }

    @Override
    public boolean adapterUp() {
        return (adapter.status.read() & ZFCP_STATUS_COMMON_OPEN) != 0;
    }

    @Override
    public String form() {
        return forms.form();
    }
}
