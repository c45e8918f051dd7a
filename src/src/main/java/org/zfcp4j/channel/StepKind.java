// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

/** What a step of the channel did; the ordinals are those of {@code enum fcp_step_kind}. */
public enum StepKind {
    /** Nothing: {@link StepResult#dueNanos} tells when there may be something. */
    NOTHING,
    /** A primed SBAL, or a chain, was taken from the output queue. */
    FETCH,
    /** A command ended: its QTCB is written. */
    FINISH,
    /** Request ids were placed in an SBAL of the input queue. */
    RESPONSE,
    /** A status read buffer was filled; its response follows. */
    NOTIFY,
    /** An interrupt was raised. */
    INTERRUPT,
    /** A notification was dropped. */
    LOST,
    /** A channel program was carried out; its interrupt follows. */
    SUBCHANNEL;

    /** A bit for each of these kinds, for {@link FcpChannel#stepOf}. */
    public static int mask(StepKind... kinds) {
        int mask = 0;
        for (StepKind kind : kinds) {
            mask |= 1 << kind.ordinal();
        }
        return mask;
    }
}
