// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;

/** {@code struct zfcp_latencies}: what the channel measured for the commands of a LUN; under {@link #lock}. */
public final class Latencies {
    /** {@code struct zfcp_latency_record}: in units of the channel's timer. */
    public static final class LatencyRecord {
        public long min;
        public long max;
        public long sum;
    }

    /** {@code struct zfcp_latency_cont}. */
    public static final class LatencyCont {
        public final LatencyRecord channel = new LatencyRecord();
        public final LatencyRecord fabric = new LatencyRecord();
        public long counter;
    }

    public final LatencyCont read = new LatencyCont();
    public final LatencyCont write = new LatencyCont();
    public final LatencyCont cmd = new LatencyCont();
    public final SpinLock lock;

    public Latencies(Kernel kernel) {
        this.lock = kernel.spinLock("latencies.lock", this);
    }
}
