// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.LinkedHashMap;
import java.util.Map;

/** Status words in trace records, bit by bit. */
public enum StatusWord {
    ADAPTER {
        @Override
        void addBits(Map<Integer, String> bits) {
            addCommon(bits);
            bits.put(ZFCP_STATUS_ADAPTER_MB_ACT, "MB_ACT");
            bits.put(ZFCP_STATUS_ADAPTER_QDIOUP, "QDIOUP");
            bits.put(ZFCP_STATUS_ADAPTER_SIOSL_ISSUED, "SIOSL_ISSUED");
            bits.put(ZFCP_STATUS_ADAPTER_XCONFIG_OK, "XCONFIG_OK");
            bits.put(ZFCP_STATUS_ADAPTER_HOST_CON_INIT, "HOST_CON_INIT");
            bits.put(ZFCP_STATUS_ADAPTER_SUSPENDED, "SUSPENDED");
            bits.put(ZFCP_STATUS_ADAPTER_ERP_PENDING, "ERP_PENDING");
            bits.put(ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED, "LINK_UNPLUGGED");
            bits.put(ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED, "DATA_DIV_ENABLED");
        }
    },
    PORT {
        @Override
        void addBits(Map<Integer, String> bits) {
            addCommon(bits);
            bits.put(ZFCP_STATUS_PORT_PHYS_OPEN, "PHYS_OPEN");
            bits.put(ZFCP_STATUS_PORT_LINK_TEST, "LINK_TEST");
        }
    },
    LUN {
        @Override
        void addBits(Map<Integer, String> bits) {
            addCommon(bits);
        }
    },
    /** Of a recovery action. */
    ERP {
        @Override
        void addBits(Map<Integer, String> bits) {
            bits.put(ZFCP_STATUS_ERP_TIMEDOUT, "TIMEDOUT");
            bits.put(ZFCP_STATUS_ERP_CLOSE_ONLY, "CLOSE_ONLY");
            bits.put(ZFCP_STATUS_ERP_DISMISSED, "DISMISSED");
            bits.put(ZFCP_STATUS_ERP_LOWMEM, "LOWMEM");
            bits.put(ZFCP_STATUS_ERP_NO_REF, "NO_REF");
        }
    },
    /** Of a request. */
    REQUEST {
        @Override
        void addBits(Map<Integer, String> bits) {
            bits.put(ZFCP_STATUS_FSFREQ_ERROR, "ERROR");
            bits.put(ZFCP_STATUS_FSFREQ_CLEANUP, "CLEANUP");
            bits.put(ZFCP_STATUS_FSFREQ_ABORTSUCCEEDED, "ABORTSUCCEEDED");
            bits.put(ZFCP_STATUS_FSFREQ_ABORTNOTNEEDED, "ABORTNOTNEEDED");
            bits.put(ZFCP_STATUS_FSFREQ_TMFUNCFAILED, "TMFUNCFAILED");
            bits.put(ZFCP_STATUS_FSFREQ_DISMISSED, "DISMISSED");
            bits.put(ZFCP_STATUS_FSFREQ_XDATAINCOMPLETE, "XDATAINCOMPLETE");
        }
    };

    private final Map<Integer, String> bits = new LinkedHashMap<>();
    private final int known;

    StatusWord() {
        addBits(bits);
        known = bits.keySet().stream().reduce(0, (a, b) -> a | b);
    }

    abstract void addBits(Map<Integer, String> names);

    private static void addCommon(Map<Integer, String> bits) {
        bits.put(ZFCP_STATUS_COMMON_RUNNING, "RUNNING");
        bits.put(ZFCP_STATUS_COMMON_ERP_FAILED, "ERP_FAILED");
        bits.put(ZFCP_STATUS_COMMON_UNBLOCKED, "UNBLOCKED");
        bits.put(ZFCP_STATUS_COMMON_OPEN, "OPEN");
        bits.put(ZFCP_STATUS_COMMON_ERP_INUSE, "ERP_INUSE");
        bits.put(ZFCP_STATUS_COMMON_ACCESS_DENIED, "ACCESS_DENIED");
        bits.put(ZFCP_STATUS_COMMON_ACCESS_BOXED, "ACCESS_BOXED");
        bits.put(ZFCP_STATUS_COMMON_NOESC, "NOESC");
    }

    /** The bits that the driver does not have. */
    public int unknown(int word) {
        return word & ~known;
    }

    /** The names of the bits that are set, in brackets; bits without a name in hex. */
    public String text(int word) {
        StringBuilder text = new StringBuilder();
        bits.forEach((bit, name) -> {
            if ((word & bit) != 0) {
                text.append(text.isEmpty() ? "" : " ").append(name);
            }
        });
        if (unknown(word) != 0) {
            text.append(text.isEmpty() ? "" : " ").append(CodeNames.hex(unknown(word)));
        }
        return "[" + text + "]";
    }
}
