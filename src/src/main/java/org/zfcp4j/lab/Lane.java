// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

/** A column of a timeline: the kind of context in which something happened. */
public enum Lane {
    /** The recovery thread of an adapter. */
    ERP("ERP thread"),
    /** The ordered work queue of an adapter, or of a SCSI host. */
    WORK("work queue"),
    /** Hard interrupts and tasklets. */
    INTERRUPT("interrupt"),
    /** Timers. */
    TIMER("timer"),
    /** The mock channel. */
    CHANNEL("channel"),
    /** Who plays the scenario. */
    USER("user");

    private final String title;

    Lane(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The lane of a context by its name, as {@link org.zfcp4j.kernel.Kernel#contextName} gives it. */
    static Lane of(String context) {
        if (context.startsWith("zfcperp")) {
            return ERP;
        }
        if (context.startsWith("zfcp_q") || context.startsWith("scsi_wq")) {
            return WORK;
        }
        return switch (context) {
            case "irq", "tasklet" -> INTERRUPT;
            case "timer" -> TIMER;
            case "channel" -> CHANNEL;
            default -> USER;
        };
    }
}
