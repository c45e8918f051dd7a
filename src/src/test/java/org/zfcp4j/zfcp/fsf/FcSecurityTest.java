// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the recorded texts do not show. */
class FcSecurityTest {
    @Test
    void noRoomNoText() {
        assertEquals("", FcSecurity.scnprintFcSecurity(0, 1, FcSecurity.PrintFmt.ZFCP_FSF_PRINT_FMT_LIST));
    }
}
