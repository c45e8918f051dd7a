// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.util.Locale;

/** Names of Java variables as C writes names. */
public final class CName {
    private CName() {
    }

    /** {@code erpReadyHead} is {@code erp_ready_head}. */
    public static String of(String name) {
        return name.replaceAll("([A-Z])", "_$1").replaceAll("^_", "").toLowerCase(Locale.ROOT);
    }
}
