// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

/** Status bits and action codes of zfcp_def.h and zfcp_erp.c; names as in C. */
public final class ZfcpStatus {
    public static final int FSF_QTCB_UNSOLICITED_STATUS = 0x6305;

    /** Bits that propagate from adapter to ports and LUNs. */
    public static final int ZFCP_COMMON_FLAGS = 0xfff00000;
    public static final int ZFCP_STATUS_COMMON_RUNNING = 0x40000000;
    public static final int ZFCP_STATUS_COMMON_ERP_FAILED = 0x20000000;
    public static final int ZFCP_STATUS_COMMON_UNBLOCKED = 0x10000000;
    public static final int ZFCP_STATUS_COMMON_OPEN = 0x04000000;
    public static final int ZFCP_STATUS_COMMON_ERP_INUSE = 0x01000000;
    public static final int ZFCP_STATUS_COMMON_ACCESS_DENIED = 0x00800000;
    public static final int ZFCP_STATUS_COMMON_ACCESS_BOXED = 0x00400000;
    public static final int ZFCP_STATUS_COMMON_NOESC = 0x00200000;

    public static final int ZFCP_STATUS_ADAPTER_MB_ACT = 0x00000001;
    public static final int ZFCP_STATUS_ADAPTER_QDIOUP = 0x00000002;
    public static final int ZFCP_STATUS_ADAPTER_SIOSL_ISSUED = 0x00000004;
    public static final int ZFCP_STATUS_ADAPTER_XCONFIG_OK = 0x00000008;
    public static final int ZFCP_STATUS_ADAPTER_HOST_CON_INIT = 0x00000010;
    public static final int ZFCP_STATUS_ADAPTER_SUSPENDED = 0x00000040;
    public static final int ZFCP_STATUS_ADAPTER_ERP_PENDING = 0x00000100;
    public static final int ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED = 0x00000200;
    public static final int ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED = 0x00000400;

    public static final int ZFCP_STATUS_PORT_PHYS_OPEN = 0x00000001;
    public static final int ZFCP_STATUS_PORT_LINK_TEST = 0x00000002;

    public static final int ZFCP_STATUS_FSFREQ_ERROR = 0x00000008;
    public static final int ZFCP_STATUS_FSFREQ_CLEANUP = 0x00000010;
    public static final int ZFCP_STATUS_FSFREQ_ABORTSUCCEEDED = 0x00000040;
    public static final int ZFCP_STATUS_FSFREQ_ABORTNOTNEEDED = 0x00000080;
    public static final int ZFCP_STATUS_FSFREQ_TMFUNCFAILED = 0x00000200;
    public static final int ZFCP_STATUS_FSFREQ_DISMISSED = 0x00001000;
    public static final int ZFCP_STATUS_FSFREQ_XDATAINCOMPLETE = 0x00020000;

    public static final int ZFCP_ERP_ACTION_REOPEN_LUN = 1;
    public static final int ZFCP_ERP_ACTION_REOPEN_PORT = 2;
    public static final int ZFCP_ERP_ACTION_REOPEN_PORT_FORCED = 3;
    public static final int ZFCP_ERP_ACTION_REOPEN_ADAPTER = 4;
    /** Trace marker: no action was set up. */
    public static final int ZFCP_ERP_ACTION_NONE = 0xc0;
    /** Trace marker: refused because the object has failed. */
    public static final int ZFCP_ERP_ACTION_FAILED = 0xe0;

    public static final int ZFCP_ERP_STEP_UNINITIALIZED = 0x0000;
    public static final int ZFCP_ERP_STEP_PHYS_PORT_CLOSING = 0x0010;
    public static final int ZFCP_ERP_STEP_PORT_CLOSING = 0x0100;
    public static final int ZFCP_ERP_STEP_PORT_OPENING = 0x0800;
    public static final int ZFCP_ERP_STEP_LUN_CLOSING = 0x1000;
    public static final int ZFCP_ERP_STEP_LUN_OPENING = 0x2000;

    public static final int ZFCP_STATUS_ERP_TIMEDOUT = 0x10000000;
    public static final int ZFCP_STATUS_ERP_CLOSE_ONLY = 0x01000000;
    public static final int ZFCP_STATUS_ERP_DISMISSED = 0x00200000;
    public static final int ZFCP_STATUS_ERP_LOWMEM = 0x00400000;
    public static final int ZFCP_STATUS_ERP_NO_REF = 0x00800000;

    private ZfcpStatus() {
    }
}
