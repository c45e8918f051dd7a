// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * {@code struct fcp_step}: what the channel did in one step, or an interrupt that was waited for. The object is filled anew by
 * each step; one thread at a time may use it. It lives as long as its channel.
 */
public final class StepResult {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(
            JAVA_INT.withName("kind"), JAVA_INT.withName("sub"), JAVA_INT.withName("queue"), JAVA_INT.withName("sbal"),
            JAVA_INT.withName("count"), JAVA_INT.withName("slsb_old"), JAVA_INT.withName("slsb_new"),
            JAVA_INT.withName("command"), JAVA_INT.withName("prot_status"), JAVA_INT.withName("fsf_status"),
            JAVA_INT.withName("detail"), JAVA_INT.withName("interrupt"), JAVA_INT.withName("function"),
            JAVA_INT.withName("dstat"), JAVA_INT.withName("cstat"), JAVA_INT.withName("srbs"),
            JAVA_LONG.withName("req_id"), JAVA_LONG.withName("due_ns"));

    /** {@link #interrupt}: adapter (thin) interrupt. */
    public static final int INTERRUPT_ADAPTER = 1;
    /** {@link #interrupt}: I/O interrupt. */
    public static final int INTERRUPT_IO = 2;
    /** {@link #interrupt}: event of the subchannel. */
    public static final int INTERRUPT_EVENT = 3;

    private static final StepKind[] KINDS = StepKind.values();
    private static final StepDetail[] DETAILS = StepDetail.values();

    private static final long KIND = offset("kind");
    private static final long SUB = offset("sub");
    private static final long QUEUE = offset("queue");
    private static final long SBAL = offset("sbal");
    private static final long COUNT = offset("count");
    private static final long SLSB_OLD = offset("slsb_old");
    private static final long SLSB_NEW = offset("slsb_new");
    private static final long COMMAND = offset("command");
    private static final long PROT_STATUS = offset("prot_status");
    private static final long FSF_STATUS = offset("fsf_status");
    private static final long DETAIL = offset("detail");
    private static final long INTERRUPT = offset("interrupt");
    private static final long FUNCTION = offset("function");
    private static final long DSTAT = offset("dstat");
    private static final long CSTAT = offset("cstat");
    private static final long SRBS = offset("srbs");
    private static final long REQ_ID = offset("req_id");
    private static final long DUE_NS = offset("due_ns");

    private final MemorySegment memory;

    StepResult(MemorySegment memory) {
        this.memory = memory;
    }

    private static long offset(String field) {
        return LAYOUT.byteOffset(PathElement.groupElement(field));
    }

    MemorySegment memory() {
        return memory;
    }

    public StepKind kind() {
        return KINDS[memory.get(JAVA_INT, KIND)];
    }

    /** Number of the subchannel, -1 if {@link StepKind#NOTHING}. */
    public int subchannel() {
        return memory.get(JAVA_INT, SUB);
    }

    /** Whether the output queue was concerned, not the input queue. */
    public boolean isOutput() {
        return memory.get(JAVA_INT, QUEUE) == 1;
    }

    /** Index of the first SBAL concerned. */
    public int sbal() {
        return memory.get(JAVA_INT, SBAL);
    }

    /** SBALs concerned; of {@link StepKind#RESPONSE}, responses in the SBAL. */
    public int count() {
        return memory.get(JAVA_INT, COUNT);
    }

    /** SLSB state before. */
    public int slsbOld() {
        return memory.get(JAVA_INT, SLSB_OLD);
    }

    /** SLSB state after. */
    public int slsbNew() {
        return memory.get(JAVA_INT, SLSB_NEW);
    }

    /** FSF command, 0 for a status read buffer; of {@link StepKind#NOTIFY} and {@link StepKind#LOST}, the status type. */
    public int command() {
        return memory.get(JAVA_INT, COMMAND);
    }

    /** Protocol status of a command that ended. */
    public int protStatus() {
        return memory.get(JAVA_INT, PROT_STATUS);
    }

    /** FSF status of a command that ended; of {@link StepKind#NOTIFY} and {@link StepKind#LOST}, the status subtype. */
    public int fsfStatus() {
        return memory.get(JAVA_INT, FSF_STATUS);
    }

    /** Why; {@link StepDetail#NONE} for interrupts. */
    public StepDetail detail() {
        return interrupt() == 0 ? DETAILS[memory.get(JAVA_INT, DETAIL)] : StepDetail.NONE;
    }

    /** {@code INTERRUPT_*}, or 0. */
    public int interrupt() {
        return memory.get(JAVA_INT, INTERRUPT);
    }

    /** The event of {@link #INTERRUPT_EVENT}: 1 gone, 2 no path, 3 operational, 4 boxed. */
    int event() {
        return memory.get(JAVA_INT, DETAIL);
    }

    /** Of {@link #INTERRUPT_IO} and {@link StepKind#SUBCHANNEL}: 1 establish, 2 activate, 3 clear, 4 halt. */
    public int function() {
        return memory.get(JAVA_INT, FUNCTION);
    }

    /** Device status. */
    public int dstat() {
        return memory.get(JAVA_INT, DSTAT);
    }

    /** Subchannel status. */
    public int cstat() {
        return memory.get(JAVA_INT, CSTAT);
    }

    /** Status read buffers that the channel holds for the subchannel after the step. */
    public int srbs() {
        return memory.get(JAVA_INT, SRBS);
    }

    public long reqId() {
        return memory.get(JAVA_LONG, REQ_ID);
    }

    /** Of {@link StepKind#NOTHING}: when to step again; {@link Long#MAX_VALUE} after the next instruction only. */
    public long dueNanos() {
        long due = memory.get(JAVA_LONG, DUE_NS);
        return due < 0 ? Long.MAX_VALUE : due;
    }

    /** A line for people, without addresses. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(64).append(kind());
        if (kind() == StepKind.NOTHING) {
            return s.toString();
        }
        s.append(" sub ").append(subchannel());
        switch (kind()) {
            case FETCH, RESPONSE -> s.append(isOutput() ? " out[" : " in[").append(sbal()).append("] 0x")
                    .append(Integer.toHexString(slsbOld())).append("->0x").append(Integer.toHexString(slsbNew()));
            case FINISH -> s.append(" cmd 0x").append(Integer.toHexString(command())).append(" prot 0x")
                    .append(Integer.toHexString(protStatus())).append(" fsf 0x").append(Integer.toHexString(fsfStatus()));
            case NOTIFY, LOST -> s.append(" type 0x").append(Integer.toHexString(command())).append('/').append(fsfStatus());
            case INTERRUPT -> s.append(interruptText());
            default -> s.append(" function ").append(function());
        }
        if (reqId() != 0) {
            s.append(" req ").append(reqId());
        }
        return detail() == StepDetail.NONE ? s.toString() : s.append(": ").append(detail().text()).toString();
    }

    private String interruptText() {
        return switch (interrupt()) {
            case INTERRUPT_ADAPTER -> " adapter";
            case INTERRUPT_IO -> " io dstat 0x" + Integer.toHexString(dstat()) + " cstat 0x" + Integer.toHexString(cstat());
            default -> " event " + event();
        };
    }
}
