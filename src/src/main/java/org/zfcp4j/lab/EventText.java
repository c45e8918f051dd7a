// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;

/** An event in words. */
public final class EventText {
    private EventText() {
    }

    /** One line, without time, device and context. */
    public static String of(Event e) {
        return switch (e.kind()) {
            case STAT_MISS -> "stat_miss " + e.a() + " -> " + e.b();
            case STATUS -> String.format("status 0x%08x -> 0x%08x", e.a() & 0xffffffffL, e.b() & 0xffffffffL);
            case FREE_SBALS -> "req_q_free " + e.a() + " -> " + e.b();
            case POST -> "posts a status read buffer in SBAL " + e.a();
            case SEND -> "sends " + e.name() + " in SBAL " + e.a();
            case REFUSED -> "SBAL " + e.a() + " was refused: errno " + -e.b();
            case COMPLETE -> "request " + e.a() + " completes, " + e.name();
            case TRACE -> "trace " + e.name();
            case TRIGGER -> "trace " + e.name() + trigger(e);
            case WORK_QUEUED -> e.name() + (e.b() == 0 ? " is pending already" : e.a() == 0 ? " queued"
                    : " queued in " + duration(e.a()));
            case WORK_START -> e.name() + " starts";
            case WORK_END -> e.name() + " ends";
            case SLEEP -> "sleeps " + duration(e.a());
            case QDIO -> e.name() + (e.a() == 0 ? "" : " failed: errno " + -e.a());
            case QDIO_ERROR -> "QDIO error 0x" + Long.toHexString(e.b()) + " at SBAL " + e.a();
            case FETCH -> "takes SBAL " + e.a() + ": " + e.name() + ", SLSB 0x" + Long.toHexString(e.b());
            case FINISH -> e.name() + ": " + FsfNames.answer((int) e.a(), (int) e.b());
            case NOTIFY -> e.name() + " in a status read buffer, " + e.a() + " left";
            case IRQ -> "interrupt";
            case LOST -> e.name() + " is dropped";
            case MESSAGE, ACTION -> e.name();
        };
    }

    private static String trigger(Event e) {
        String what = e.a() == ZFCP_ERP_ACTION_REOPEN_ADAPTER ? " (adapter" : " (port or LUN";
        return what + (e.b() == 0 || e.b() >= 0xc0 ? ", no action)" : ")");
    }

    /** Milliseconds, or seconds if they are whole. */
    public static String duration(long millis) {
        return millis >= 1000 && millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
