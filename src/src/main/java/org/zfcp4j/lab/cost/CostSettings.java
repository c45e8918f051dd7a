// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import org.zfcp4j.coherence.Latencies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * What is counted.
 *
 * @param processors 1 to 128
 * @param line       bytes of a cache line
 * @param srbs       status read buffers that the channel asks for
 * @param operations how many are counted
 */
record CostSettings(int processors, int line, Placement placement, Workload workload, RefillPolicy policy, int srbs, int operations,
                    long seed, Latencies latencies) {
}
