// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import org.zfcp4j.layout.Geometry;

/**
 * Numbers of the QDIO interface, with their C names.
 *
 * <p>An SLSB state is the sum of an owner, the type of the queue and what happened: the side that owns an SBAL is the
 * only one that may touch it.
 */
public final class QdioConstants {

    // Sizes.
    public static final int QDIO_MAX_QUEUES_PER_IRQ = 4;
    /** SBALs of a queue. */
    public static final int QDIO_MAX_BUFFERS_PER_Q = Geometry.CURRENT.sbalsPerQueue();
    public static final int QDIO_MAX_BUFFERS_MASK = QDIO_MAX_BUFFERS_PER_Q - 1;
    /** SBALEs of an SBAL. */
    public static final int QDIO_MAX_ELEMENTS_PER_BUFFER = Geometry.CURRENT.sbalesPerSbal();
    public static final int QDIO_SBAL_SIZE = 256;

    // Queue formats.
    /** OSA. */
    public static final int QDIO_QETH_QFMT = 0;
    /** FCP. */
    public static final int QDIO_ZFCP_QFMT = 1;
    /** HiperSockets. */
    public static final int QDIO_IQDIO_QFMT = 2;

    // Flags of QDR and QIB.
    public static final int QDR_AC_MULTI_BUFFER_ENABLE = 0x1;
    public static final int QIB_AC_OUTBOUND_PCI_SUPPORTED = 0x40;
    public static final int QIB_RFLAGS_ENABLE_QEBSM = 0x80;
    public static final int QIB_RFLAGS_ENABLE_DATA_DIV = 0x2;

    // Element flags of an SBALE.
    /** The last used element of its SBAL. */
    public static final int SBAL_EFLAGS_LAST_ENTRY = 0x40;
    public static final int SBAL_EFLAGS_CONTIGUOUS = 0x20;
    public static final int SBAL_EFLAGS_FIRST_FRAG = 0x4;
    public static final int SBAL_EFLAGS_MIDDLE_FRAG = 0x8;
    public static final int SBAL_EFLAGS_LAST_FRAG = 0xc;
    public static final int SBAL_EFLAGS_MASK = 0x6f;

    // SBAL flags, in SBALE 0.
    /** Interrupt when this SBAL has been taken. */
    public static final int SBAL_SFLAGS0_PCI_REQ = 0x40;
    public static final int SBAL_SFLAGS0_DATA_CONTINUATION = 0x20;
    /** A status read: no QTCB, and the buffer in SBALE 2. */
    public static final int SBAL_SFLAGS0_TYPE_STATUS = 0x0;
    public static final int SBAL_SFLAGS0_TYPE_WRITE = 0x8;
    public static final int SBAL_SFLAGS0_TYPE_READ = 0x10;
    public static final int SBAL_SFLAGS0_TYPE_WRITE_READ = 0x18;
    /** The request continues in the next SBAL. */
    public static final int SBAL_SFLAGS0_MORE_SBALS = 0x4;
    /** A command begins in this SBAL. */
    public static final int SBAL_SFLAGS0_COMMAND = 0x2;
    public static final int SBAL_SFLAGS0_LAST_SBAL = 0x0;
    public static final int SBAL_SFLAGS0_ONLY_SBAL = SBAL_SFLAGS0_COMMAND;
    public static final int SBAL_SFLAGS0_MIDDLE_SBAL = SBAL_SFLAGS0_MORE_SBALS;
    public static final int SBAL_SFLAGS0_FIRST_SBAL = SBAL_SFLAGS0_MORE_SBALS | SBAL_SFLAGS0_COMMAND;

    // State of an output buffer with asynchronous completion.
    public static final int QDIO_OUTBUF_STATE_FLAG_PENDING = 0x1;

    // Adapter characteristics in the subchannel QDIO data, first byte: which SIGA functions are needed.
    public static final int CHSC_AC1_INITIATE_INPUTQ = 0x80;
    public static final int AC1_SIGA_INPUT_NEEDED = 0x40;
    public static final int AC1_SIGA_OUTPUT_NEEDED = 0x20;
    public static final int AC1_SIGA_SYNC_NEEDED = 0x10;
    public static final int AC1_AUTOMATIC_SYNC_ON_THININT = 0x8;
    public static final int AC1_AUTOMATIC_SYNC_ON_OUT_PCI = 0x4;
    public static final int AC1_SC_QEBSM_AVAILABLE = 0x2;
    public static final int AC1_SC_QEBSM_ENABLED = 0x1;

    // Adapter characteristics, second half word.
    public static final int CHSC_AC2_MULTI_BUFFER_AVAILABLE = 0x80;
    public static final int CHSC_AC2_MULTI_BUFFER_ENABLED = 0x40;
    public static final int CHSC_AC2_DATA_DIV_AVAILABLE = 0x10;
    public static final int CHSC_AC2_SNIFFER_AVAILABLE = 0x8;
    public static final int CHSC_AC2_DATA_DIV_ENABLED = 0x2;

    // Adapter characteristics, third half word.
    public static final int CHSC_AC3_FORMAT2_CQ_AVAILABLE = 0x8000;

    // Errors passed to a queue handler.
    /** The channel ended the activate-queues program. */
    public static final int QDIO_ERROR_ACTIVATE = 0x1;
    public static final int QDIO_ERROR_GET_BUF_STATE = 0x2;
    public static final int QDIO_ERROR_SET_BUF_STATE = 0x4;
    /** An SBAL came back in an error state. */
    public static final int QDIO_ERROR_SLSB_STATE = 0x100;
    public static final int QDIO_ERROR_FATAL = 0xff;
    public static final int QDIO_ERROR_TEMPORARY = 0xff00;

    // How to shut down.
    public static final int QDIO_FLAG_CLEANUP_USING_CLEAR = 0x1;
    public static final int QDIO_FLAG_CLEANUP_USING_HALT = 0x2;

    // States of a QDIO device, as bits.
    public static final int QDIO_STATE_INACTIVE = 0x2;
    public static final int QDIO_STATE_ESTABLISHED = 0x4;
    public static final int QDIO_STATE_ACTIVE = 0x8;
    public static final int QDIO_STATE_STOPPED = 0x10;

    // Flags of do_QDIO.
    public static final int QDIO_FLAG_SYNC_INPUT = 0x1;
    public static final int QDIO_FLAG_SYNC_OUTPUT = 0x2;
    public static final int QDIO_FLAG_PCI_OUT = 0x10;

    // SIGA that finds its queue busy: patience in units of 2^-12 microseconds, delay in milliseconds, tries.
    public static final int QDIO_BUSY_BIT_PATIENCE = 409600;
    public static final int QDIO_BUSY_BIT_RETRY_DELAY = 10;
    public static final int QDIO_BUSY_BIT_RETRIES = 1000;

    // States of a QDIO interrupt parameter block.
    public static final int QDIO_IRQ_STATE_INACTIVE = 0;
    public static final int QDIO_IRQ_STATE_ESTABLISHED = 1;
    public static final int QDIO_IRQ_STATE_ACTIVE = 2;
    public static final int QDIO_IRQ_STATE_STOPPED = 3;
    public static final int QDIO_IRQ_STATE_CLEANUP = 4;
    public static final int QDIO_IRQ_STATE_ERR = 5;
    public static final int NR_QDIO_IRQ_STATES = 6;

    // Interruption parameters of the channel programs.
    public static final int QDIO_DOING_ESTABLISH = 1;
    public static final int QDIO_DOING_ACTIVATE = 2;
    public static final int QDIO_DOING_CLEANUP = 3;

    // Parts of an SLSB state.
    public static final int SLSB_STATE_NOT_INIT = 0x0;
    public static final int SLSB_STATE_EMPTY = 0x1;
    public static final int SLSB_STATE_PRIMED = 0x2;
    public static final int SLSB_STATE_PENDING = 0x3;
    public static final int SLSB_STATE_HALTED = 0xe;
    public static final int SLSB_STATE_ERROR = 0xf;
    public static final int SLSB_TYPE_INPUT = 0x0;
    public static final int SLSB_TYPE_OUTPUT = 0x20;
    /** The program, that is the driver, owns the SBAL. */
    public static final int SLSB_OWNER_PROG = 0x80;
    /** The control unit, that is the channel, owns the SBAL. */
    public static final int SLSB_OWNER_CU = 0x40;

    // SLSB states.
    public static final int SLSB_P_INPUT_NOT_INIT = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_NOT_INIT;
    /** The driver has seen the response; keeps the channel from further interrupts. */
    public static final int SLSB_P_INPUT_ACK = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_EMPTY;
    /** The channel may fill it with responses. */
    public static final int SLSB_CU_INPUT_EMPTY = SLSB_OWNER_CU | SLSB_TYPE_INPUT | SLSB_STATE_EMPTY;
    /** The channel has filled it with responses. */
    public static final int SLSB_P_INPUT_PRIMED = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_PRIMED;
    public static final int SLSB_P_INPUT_HALTED = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_HALTED;
    public static final int SLSB_P_INPUT_ERROR = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_ERROR;
    public static final int SLSB_P_OUTPUT_NOT_INIT = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_NOT_INIT;
    /** The channel has taken the request. */
    public static final int SLSB_P_OUTPUT_EMPTY = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_EMPTY;
    public static final int SLSB_P_OUTPUT_PENDING = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_PENDING;
    /** The driver has filled it with a request. */
    public static final int SLSB_CU_OUTPUT_PRIMED = SLSB_OWNER_CU | SLSB_TYPE_OUTPUT | SLSB_STATE_PRIMED;
    public static final int SLSB_P_OUTPUT_HALTED = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_HALTED;
    /** The channel refuses the SBAL. */
    public static final int SLSB_P_OUTPUT_ERROR = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_ERROR;
    public static final int SLSB_ERROR_DURING_LOOKUP = 0xff;

    // Types of command information words.
    public static final int CIW_TYPE_EQUEUE = 3;
    public static final int CIW_TYPE_AQUEUE = 4;

    // Flags of the subchannel QDIO data.
    public static final int CHSC_FLAG_QDIO_CAPABILITY = 0x80;
    public static final int CHSC_FLAG_VALIDITY = 0x40;

    // SIGA function codes.
    public static final int QDIO_SIGA_WRITE = 0x0;
    public static final int QDIO_SIGA_READ = 0x1;
    public static final int QDIO_SIGA_SYNC = 0x2;
    public static final int QDIO_SIGA_WRITEM = 0x3;
    public static final int QDIO_SIGA_WRITEQ = 0x4;
    public static final int QDIO_SIGA_QEBSM_FLAG = 0x80;

    private QdioConstants() {
    }
}
