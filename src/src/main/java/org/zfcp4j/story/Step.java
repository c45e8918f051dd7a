// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.util.List;
import org.zfcp4j.trace.TraceRecord;

/**
 * One step of a run.
 *
 * @param nanos virtual time
 * @param lane index of its column
 * @param context what runs
 * @param calls the C functions with their files, innermost first: {@code zfcp_fsf.c:zfcp_fsf_status_read}; empty for the hardware and
 *         the scenario
 * @param text what is done, one line
 * @param variable C name of what changes; empty if nothing does
 * @param before value before
 * @param after value after
 * @param notable false for what can be left out
 * @param preempts true if the task took the processor from one that could have gone on
 * @param state of the adapter when it is done
 * @param records what the driver traced
 * @param broken invariants, in words, that were found broken
 */
public record Step(long nanos, int lane, String context, List<String> calls, String text, String variable, String before, String after,
        boolean notable, boolean preempts, MachineState state, List<TraceRecord> records, List<String> broken) {
}
