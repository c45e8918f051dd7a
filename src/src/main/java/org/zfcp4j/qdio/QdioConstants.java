// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/** Constants of the QDIO layer with their C names; those that describe memory formats are here too. */
public final class QdioConstants {
    public static final int QDIO_MAX_QUEUES_PER_IRQ = 4;
    public static final int QDIO_MAX_BUFFERS_PER_Q = 128;
    public static final int QDIO_MAX_BUFFERS_MASK = QDIO_MAX_BUFFERS_PER_Q - 1;
    public static final int QDIO_MAX_ELEMENTS_PER_BUFFER = 16;
    public static final int QDIO_SBAL_SIZE = 256;

    /** Queue format of OSA. */
    public static final int QDIO_QETH_QFMT = 0;
    /** Queue format of FCP. */
    public static final int QDIO_ZFCP_QFMT = 1;
    /** Queue format of HiperSockets. */
    public static final int QDIO_IQDIO_QFMT = 2;

    public static final int QDR_AC_MULTI_BUFFER_ENABLE = 0x01;
    public static final int QIB_AC_OUTBOUND_PCI_SUPPORTED = 0x40;
    public static final int QIB_RFLAGS_ENABLE_QEBSM = 0x80;
    public static final int QIB_RFLAGS_ENABLE_DATA_DIV = 0x02;

    public static final int SBAL_EFLAGS_LAST_ENTRY = 0x40;
    public static final int SBAL_EFLAGS_MASK = 0x6f;
    public static final int SBAL_SFLAGS0_PCI_REQ = 0x40;
    public static final int SBAL_SFLAGS0_DATA_CONTINUATION = 0x20;
    public static final int SBAL_SFLAGS0_TYPE_STATUS = 0x00;
    public static final int SBAL_SFLAGS0_TYPE_WRITE = 0x08;
    public static final int SBAL_SFLAGS0_TYPE_READ = 0x10;
    public static final int SBAL_SFLAGS0_TYPE_WRITE_READ = 0x18;
    public static final int SBAL_SFLAGS0_MORE_SBALS = 0x04;
    public static final int SBAL_SFLAGS0_COMMAND = 0x02;
    public static final int SBAL_SFLAGS0_LAST_SBAL = 0x00;
    public static final int SBAL_SFLAGS0_ONLY_SBAL = SBAL_SFLAGS0_COMMAND;
    public static final int SBAL_SFLAGS0_MIDDLE_SBAL = SBAL_SFLAGS0_MORE_SBALS;
    public static final int SBAL_SFLAGS0_FIRST_SBAL = SBAL_SFLAGS0_MORE_SBALS | SBAL_SFLAGS0_COMMAND;

    public static final int SLSB_STATE_NOT_INIT = 0x0;
    public static final int SLSB_STATE_EMPTY = 0x1;
    public static final int SLSB_STATE_PRIMED = 0x2;
    public static final int SLSB_STATE_PENDING = 0x3;
    public static final int SLSB_STATE_HALTED = 0xe;
    public static final int SLSB_STATE_ERROR = 0xf;
    public static final int SLSB_TYPE_INPUT = 0x0;
    public static final int SLSB_TYPE_OUTPUT = 0x20;
    public static final int SLSB_OWNER_PROG = 0x80;
    public static final int SLSB_OWNER_CU = 0x40;
    public static final int SLSB_P_INPUT_NOT_INIT = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_NOT_INIT;
    public static final int SLSB_P_INPUT_ACK = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_EMPTY;
    public static final int SLSB_CU_INPUT_EMPTY = SLSB_OWNER_CU | SLSB_TYPE_INPUT | SLSB_STATE_EMPTY;
    public static final int SLSB_P_INPUT_PRIMED = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_PRIMED;
    public static final int SLSB_P_INPUT_HALTED = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_HALTED;
    public static final int SLSB_P_INPUT_ERROR = SLSB_OWNER_PROG | SLSB_TYPE_INPUT | SLSB_STATE_ERROR;
    public static final int SLSB_P_OUTPUT_NOT_INIT = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_NOT_INIT;
    public static final int SLSB_P_OUTPUT_EMPTY = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_EMPTY;
    public static final int SLSB_P_OUTPUT_PENDING = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_PENDING;
    public static final int SLSB_CU_OUTPUT_PRIMED = SLSB_OWNER_CU | SLSB_TYPE_OUTPUT | SLSB_STATE_PRIMED;
    public static final int SLSB_P_OUTPUT_HALTED = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_HALTED;
    public static final int SLSB_P_OUTPUT_ERROR = SLSB_OWNER_PROG | SLSB_TYPE_OUTPUT | SLSB_STATE_ERROR;

    /** {@code ssqd.flags}: the subchannel does QDIO. */
    public static final int CHSC_FLAG_QDIO_CAPABILITY = 0x80;
    /** {@code ssqd.flags}: the other fields mean something. */
    public static final int CHSC_FLAG_VALIDITY = 0x40;
    public static final int AC1_SIGA_INPUT_NEEDED = 0x40;
    public static final int AC1_SIGA_OUTPUT_NEEDED = 0x20;
    public static final int AC1_SIGA_SYNC_NEEDED = 0x10;
    public static final int AC1_AUTOMATIC_SYNC_ON_THININT = 0x08;
    public static final int AC1_AUTOMATIC_SYNC_ON_OUT_PCI = 0x04;
    public static final int CHSC_AC2_MULTI_BUFFER_AVAILABLE = 0x0080;
    public static final int CHSC_AC2_MULTI_BUFFER_ENABLED = 0x0040;
    public static final int CHSC_AC2_DATA_DIV_AVAILABLE = 0x0010;
    public static final int CHSC_AC2_DATA_DIV_ENABLED = 0x0002;

    /** The channel stopped the queues. */
    public static final int QDIO_ERROR_ACTIVATE = 0x0001;
    public static final int QDIO_ERROR_GET_BUF_STATE = 0x0002;
    public static final int QDIO_ERROR_SET_BUF_STATE = 0x0004;
    /** The channel answered an SBAL with an error state. */
    public static final int QDIO_ERROR_SLSB_STATE = 0x0100;
    public static final int QDIO_ERROR_FATAL = 0x00ff;
    public static final int QDIO_ERROR_TEMPORARY = 0xff00;

    public static final int QDIO_FLAG_CLEANUP_USING_CLEAR = 0x01;
    public static final int QDIO_FLAG_CLEANUP_USING_HALT = 0x02;
    public static final int QDIO_FLAG_SYNC_INPUT = 0x01;
    public static final int QDIO_FLAG_SYNC_OUTPUT = 0x02;
    public static final int QDIO_FLAG_PCI_OUT = 0x10;

    /** Tries of a SIGA-w that finds its queue busy. */
    public static final int QDIO_BUSY_BIT_RETRIES = 1000;

    private QdioConstants() {
    }

    /** {@code QDIO_BUFNR}, {@code add_buf}, {@code next_buf}: the index modulo the size of a queue. */
    public static int bufnr(int number) {
        return number & QDIO_MAX_BUFFERS_MASK;
    }
}
