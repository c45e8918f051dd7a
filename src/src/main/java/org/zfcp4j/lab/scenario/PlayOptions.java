// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.Fault;

/**
 * What the user asked for.
 *
 * @param srbLimit status read buffers that the channel tolerates, 0 for as many as it asks for
 * @param faults rules that the channel has from the start
 * @param real threads and the wall clock
 */
public record PlayOptions(int srbLimit, List<Fault> faults, boolean real) {
    /** Nothing in particular. */
    public static final PlayOptions NONE = new PlayOptions(0, List.of(), false);
}
