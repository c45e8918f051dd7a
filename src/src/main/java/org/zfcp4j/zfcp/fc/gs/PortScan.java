// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.layout.fc.FcNsGidFt;
import org.zfcp4j.layout.fc.ZfcpFcGpnFtReq;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcLimits;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.fc.PortScanSchedule;

/**
 * {@code zfcp_fc.c}: asks the name server for all FCP ports, attaches those that are new and drops those that could not be
 * opened. Work queue.
 */
public final class PortScan {
    private static final int ATTEMPTS = 3;

    private PortScan() {
    }

    /** {@code zfcp_fc_send_gpn_ft}: sends the request and waits; 0 or a negative errno. */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_send_gpn_ft",
            calls = {"zfcp_fsf_send_ct", "zfcp_fc_complete", "wait_for_completion"})
    private static int sendGpnFt(GpnFtReq fcReq, Adapter adapter, int maxBytes) {
        long req = fcReq.request();

        CtRequests.ctNsInit(ZfcpFcGpnFtReq.CT_HDR.at(req), FcConstants.FC_NS_GPN_FT, maxBytes);
        FcNsGidFt.FN_FC4_TYPE.set(ZfcpFcGpnFtReq.GPN_FT.at(req), FcConstants.FC_TYPE_FCP);

        return CtRequests.sendAndWait(adapter, fcReq.ctEls(), null);
    }

    /**
     * {@code zfcp_fc_validate_port}: the first recovery of a new port is over. One that is no FCP target (it never logged in)
     * and has no units goes to {@code removeLh}. The caller holds {@code port_list_lock} for writing.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_validate_port")
    private static void validatePort(Port port, ListHead<Port> removeLh) {
        if ((port.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_NOESC) == 0) {
            return;
        }

        port.status.andnot(ZfcpStatus.ZFCP_STATUS_COMMON_NOESC);

        if (port.supportedClasses != 0 || !port.unitList.isEmpty()) {
            return;
        }

        removeLh.moveToTail(port.list);
    }

    /**
     * {@code zfcp_fc_eval_gpn_ft}: goes through the answer. As in C, an answer without the flag of the last entry is read to
     * the end of the buffer, so that its zero bytes yield a port with name and address 0.
     *
     * @param maxEntries number of entries for which there is room, the header counted
     * @return 0; {@code -EAGAIN} if the name server may answer later; another negative errno
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_eval_gpn_ft")
    static int evalGpnFt(GpnFtReq fcReq, Adapter adapter, int maxEntries) {
        int ret = checkAnswer(fcReq, adapter);
        if (ret != 0) {
            return ret;
        }

        boolean last = false;
        for (int x = 1; x < maxEntries && !last; x++) {
            long acc = GpnFtReq.entry(fcReq.ctEls().resp, x);
            last = (FcGpnFtResp.FP_FLAGS.get(acc) & FcConstants.FC_NS_FID_LAST) != 0;
            ret = attachPort(adapter, acc, ret);
        }

        ErpWait.wait(adapter);
        ListHead<Port> removeLh = new ListHead<>();
        adapter.portListLock.writeLockIrq();
        adapter.portList.forEach(port -> validatePort(port, removeLh));
        adapter.portListLock.writeUnlockIrq();

        removeLh.forEach(port -> {
            ErpTrigger.portShutdown(port, 0, "fcegpf2");
            port.dev.unregister();
        });

        return ret;
    }

    private static int checkAnswer(GpnFtReq fcReq, Adapter adapter) {
        long hdr = fcReq.header();

        if (fcReq.ctEls().status != 0) {
            return -Errno.EIO;
        }

        if (FcCtHdr.CT_CMD.get(hdr) != FcConstants.FC_FS_ACC) {
            return FcCtHdr.CT_REASON.get(hdr) == FcConstants.FC_FS_RJT_UNABL ? -Errno.EAGAIN : -Errno.EIO;
        }

        int residual = FcCtHdr.CT_MR_SIZE.get(hdr);
        if (residual != 0) {
            adapter.module.kernel.message(LogLevel.WARN, adapter.ccwDevice.device(), "zfcp_fc.c:zfcp_fc_eval_gpn_ft",
                    "The list of ports is longer than the buffer by " + residual + " words");
            return -Errno.E2BIG;
        }
        return 0;
    }

    /** Makes a port of an entry unless the adapter has it; the new error, or {@code ret} as it was. */
    private static int attachPort(Adapter adapter, long acc, int ret) {
        int dId = FcGpnFtResp.FP_FID.get(acc);
        long wwpn = FcGpnFtResp.FP_WWPN.get(acc);

        // Services of the fabric are no targets, and we are in the list ourselves.
        if (dId >= FcConstants.FC_FID_WELL_KNOWN_BASE || wwpn == adapter.scsiHost.fc.portName) {
            return ret;
        }

        int[] error = {0};
        Port port = Ports.portEnqueue(adapter, wwpn, ZfcpStatus.ZFCP_STATUS_COMMON_NOESC, dId, e -> error[0] = e);
        if (port != null) {
            ErpTrigger.portReopen(port, 0, "fcegpf1");
        } else if (error[0] != -Errno.EEXIST) {
            return error[0];
        }
        return ret;
    }

    /** {@code zfcp_fc_scan_ports}: function of {@code scan_work}. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_scan_ports")
    public static void scanPorts(Work work) {
        Adapter adapter = (Adapter) work.owner();

        PortScanSchedule.portScanTime(adapter);

        boolean chain = (adapter.adapterFeatures & FsfConstants.FSF_FEATURE_ELS_CT_CHAINED_SBALS) != 0;
        int bufNum = chain ? FcLimits.ZFCP_FC_GPN_FT_NUM_BUFS : 1;
        int maxEntries = chain ? FcLimits.ZFCP_FC_GPN_FT_MAX_ENT : FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE;
        int maxBytes = chain ? FcLimits.ZFCP_FC_GPN_FT_MAX_SIZE : FcLimits.ZFCP_FC_CT_SIZE_PAGE;

        ScsiHost shost = adapter.scsiHost;
        if (shost == null) {
            // A scan that the user asked for before the first recovery succeeded; C would follow the null pointer.
            return;
        }
        int portType = shost.fc.portType;
        if (portType != FcHost.FC_PORTTYPE_NPORT && portType != FcHost.FC_PORTTYPE_NPIV) {
            return;
        }

        if (WkaPortOps.wkaPortGet(adapter.gs.ds()) != 0) {
            return;
        }

        GpnFtReq fcReq = GpnFtReq.allocSgEnv(adapter.module, bufNum);
        if (fcReq != null) {
            scan(adapter, fcReq, maxEntries, maxBytes);
            fcReq.free(adapter.module);
        }
        WkaPortOps.wkaPortPut(adapter.gs.ds());
    }

    /** A request that cannot be sent is tried again at once, a name server that cannot answer after a second. */
    private static void scan(Adapter adapter, GpnFtReq fcReq, int maxEntries, int maxBytes) {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (sendGpnFt(fcReq, adapter, maxBytes) == 0) {
                if (evalGpnFt(fcReq, adapter, maxEntries) != -Errno.EAGAIN) {
                    return;
                }
                adapter.module.kernel.ssleep(1);
            }
        }
    }
}
