// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.ZfcpModule;

/** The trace areas of an adapter: {@code zfcp_BUSID_rec} and so on. Process context. */
public final class DbfAdapter {
    private DbfAdapter() {
    }

    /** {@code zfcp_dbf_reg}: an area at the level of the module parameter, or null without memory. */
    @LinuxSource(value = "zfcp_dbf.c:zfcp_dbf_reg", calls = {"debug_register", "debug_set_level"})
    private static DebugArea reg(Adapter adapter, String kind, int recSize) {
        ZfcpModule module = adapter.module;
        if (!module.kernel.mayAllocate("debug_info")) {
            return null;
        }
        return new DebugArea("zfcp_" + adapter.busId() + "_" + kind, recSize, module.parameters.dbflevel,
                module.traceSink);
    }

    /** {@code zfcp_dbf_adapter_register}: 0 or {@code -ENOMEM}. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_adapter_register")
    public static int adapterRegister(Adapter adapter) {
        Kernel kernel = adapter.module.kernel;
        if (!kernel.mayAllocate("zfcp_dbf")) {
            return -Errno.ENOMEM;
        }
        DebugArea rec = reg(adapter, "rec", ZfcpDbfRec.SIZE);
        DebugArea hba = rec == null ? null : reg(adapter, "hba", ZfcpDbfHba.SIZE);
        DebugArea pay = hba == null ? null : reg(adapter, "pay", ZfcpDbfPay.SIZE);
        DebugArea san = pay == null ? null : reg(adapter, "san", ZfcpDbfSan.SIZE);
        DebugArea scsi = san == null ? null : reg(adapter, "scsi", ZfcpDbfScsi.SIZE);
        if (scsi == null) {
            return -Errno.ENOMEM;
        }
        adapter.dbf = new Dbf(kernel, pay, rec, hba, san, scsi);
        return 0;
    }

    /** {@code zfcp_dbf_adapter_unregister}: the areas are gone afterwards; nothing may be traced any more. */
    @LinuxSource({"zfcp_dbf.c:zfcp_dbf_adapter_unregister", "zfcp_dbf.c:zfcp_dbf_unregister"})
    public static void adapterUnregister(Adapter adapter) {
        adapter.dbf = null;
    }
}
