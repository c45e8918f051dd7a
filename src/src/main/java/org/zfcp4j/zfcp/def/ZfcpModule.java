// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.ObjectCache;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.StorageCache;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.scsi.ScsiMidlayer;

/** What the C module keeps in global variables: parameters, caches, two locks; and the environment it is loaded into. */
public final class ZfcpModule {
    public final Kernel kernel;
    public final ScsiMidlayer scsi;
    public final FcTransport fc;
    public final DebugArea.Sink traceSink;
    public final ModuleParameters parameters;
    public final RefillPolicy refillPolicy;
    /** Which Linux this is the driver of. */
    public final Level level;
    public final Upcalls upcalls;
    /** {@code init_utsname()->nodename}: name of this system, part of the symbolic port name in NPIV mode. */
    public volatile String nodename = "localhost";

    /** {@code zfcp_fsf_qtcb_cache}: aligned so that no QTCB crosses a page. */
    public final StorageCache qtcbCache;
    /** Pages of status read buffers and name server answers. */
    public final StorageCache pageCache;
    /** Request and response payloads of {@code zfcp_fc_req}. */
    public final StorageCache fcPayloadCache;
    /** {@code kmalloc} of {@code struct zfcp_fsf_req}. */
    public final ObjectCache<FsfReq> fsfReqCache;
    /** {@code zfcp_ccw_adapter_ref_lock}. */
    public final SpinLock ccwAdapterRefLock;
    /** {@code zfcp_sysfs_port_units_mutex}. */
    public final Mutex sysfsPortUnitsMutex;
    /** {@code __zfcp_diag_publish_wait}: threads that wait for another one to refresh a diagnostics buffer. */
    public final WaitQueue diagPublishWait;
    /** {@code dev_warn_ratelimited} in {@code zfcp_fsf_log_security_error}. */
    public final SecurityErrorLimits securityErrorLimits;

    public ZfcpModule(Kernel kernel, ScsiMidlayer scsi, FcTransport fc, DebugArea.Sink traceSink,
            ModuleParameters parameters, RefillPolicy refillPolicy, Level level, Upcalls upcalls) {
        this.kernel = kernel;
        this.scsi = scsi;
        this.fc = fc;
        this.traceSink = traceSink;
        this.parameters = parameters;
        this.refillPolicy = refillPolicy;
        this.level = level;
        this.upcalls = upcalls;
        this.qtcbCache = new StorageCache(kernel, "zfcp_fsf_qtcb", FsfQtcb.SIZE, 2048);
        this.pageCache = new StorageCache(kernel, "page", Storage.PAGE_SIZE, Storage.PAGE_SIZE);
        this.fcPayloadCache = new StorageCache(kernel, "zfcp_fc_req", 1024, 1024);
        this.fsfReqCache = new ObjectCache<>(kernel, "zfcp_fsf_req", () -> new FsfReq(kernel));
        this.ccwAdapterRefLock = kernel.spinLock("zfcp_ccw_adapter_ref_lock", this);
        this.sysfsPortUnitsMutex = kernel.mutex("zfcp_sysfs_port_units_mutex", this);
        this.diagPublishWait = kernel.waitQueue("__zfcp_diag_publish_wait", this);
        this.securityErrorLimits = new SecurityErrorLimits(kernel);
    }
}
