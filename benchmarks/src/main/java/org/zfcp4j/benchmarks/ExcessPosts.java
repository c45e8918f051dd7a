// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Secondary result: buffers that were claimed, or posted, though none was missing; all threads of a run together. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ExcessPosts {
    public long excess;
}
