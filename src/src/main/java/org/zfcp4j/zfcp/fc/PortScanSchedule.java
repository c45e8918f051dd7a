// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ZfcpModule;

/**
 * {@code zfcp_fc.c}: when the next port scan runs. A rate limit and a random delay keep many FCP devices from asking the
 * name server at the same time. Times are in milliseconds, which are jiffies here.
 */
public final class PortScanSchedule {
    private PortScanSchedule() {
    }

    /**
     * {@code zfcp_fc_port_scan_backoff}: a random delay in milliseconds, below the module parameter. Any context.
     */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_port_scan_backoff", calls = "prandom_u32_max")
    public static int portScanBackoff(ZfcpModule module) {
        int portScanBackoff = module.parameters.portScanBackoff;
        if (portScanBackoff == 0) {
            return 0;
        }
        return module.kernel.randomBelow(portScanBackoff);
    }

    /** {@code zfcp_fc_port_scan_time}: a scan starts now; sets the time before which no other one shall. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_port_scan_time")
    public static void portScanTime(Adapter adapter) {
        long interval = Integer.toUnsignedLong(adapter.module.parameters.portScanRatelimit);
        long backoff = portScanBackoff(adapter.module);

        adapter.nextPortScan = adapter.module.kernel.jiffies() + interval + backoff;
    }

    /** {@code zfcp_fc_port_scan}: queues a scan, delayed until the rate limit allows it. Any context. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_port_scan")
    private static void portScan(Adapter adapter) {
        ModuleParameters parameters = adapter.module.parameters;
        long now = adapter.module.kernel.jiffies();
        long next = adapter.nextPortScan;
        long delay = 0;

        if (now < next) {
            // The parameters may have been lowered since the limit was set.
            long max = Integer.toUnsignedLong(parameters.portScanRatelimit + parameters.portScanBackoff);
            delay = Math.min(next - now, max);
        }

        adapter.workQueue.queueDelayed(adapter.scanWork, delay);
    }

    /** {@code zfcp_fc_conditional_port_scan}: a scan, unless automatic ones are switched off. Any context. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_conditional_port_scan")
    public static void conditionalPortScan(Adapter adapter) {
        if (adapter.module.parameters.noAutoPortRescan) {
            return;
        }
        portScan(adapter);
    }

    /**
     * {@code zfcp_fc_inverse_conditional_port_scan}: a scan only if automatic ones are switched off, for the moments when the
     * user expects one nevertheless. Any context.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_inverse_conditional_port_scan")
    public static void inverseConditionalPortScan(Adapter adapter) {
        if (!adapter.module.parameters.noAutoPortRescan) {
            return;
        }
        portScan(adapter);
    }
}
