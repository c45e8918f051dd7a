// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.PortSpeed;

/** Pure functions against what the C functions returned. */
class FunctionTableTest {
    private static List<JsonObject> rows(String function) {
        List<JsonObject> rows = JsonLines.of("functions").stream()
                .filter(row -> row.getString("fn", "").startsWith(function)).toList();
        assertEquals(false, rows.isEmpty());
        return rows;
    }

    @Test
    void convertPortspeed() {
        for (JsonObject row : rows("convert_portspeed")) {
            assertEquals(Effects.word(row, "out"), PortSpeed.convertPortspeed(Effects.word(row, "in")), row::toString);
        }
    }

    @Test
    void scnprintFcSecurity() {
        for (JsonObject row : rows("scnprint_fc_security")) {
            int in = Effects.word(row, "in");
            FcSecurity.PrintFmt fmt = row.getString("fmt", "").equals("list")
                    ? FcSecurity.PrintFmt.ZFCP_FSF_PRINT_FMT_LIST : FcSecurity.PrintFmt.ZFCP_FSF_PRINT_FMT_SINGLEITEM;
            assertEquals(row.getString("out", null), FcSecurity.scnprintFcSecurity(4096, in, fmt), row::toString);
            assertEquals(row.getInt("rc", -1), FcSecurity.scnprintFcSecurity(4096, in, fmt).length(), row::toString);
            assertEquals(row.getString("out15", null), FcSecurity.scnprintFcSecurity(
                    FcSecurity.ZFCP_FSF_MAX_FC_SECURITY_MNEMONIC_LENGTH, in, fmt), row::toString);
        }
        assertEquals("", FcSecurity.scnprintFcSecurity(0, 1, FcSecurity.PrintFmt.ZFCP_FSF_PRINT_FMT_LIST));
    }

    @Test
    void lunConversion() {
        for (JsonObject row : rows("scsilun_to_int")) {
            long fcpLun = JsonLines.number(row, "fcp_lun");
            long lun = JsonLines.number(row, "int");
            assertEquals(lun, FcpLun.toScsiLun(fcpLun), row::toString);
            assertEquals(fcpLun, FcpLun.fromScsiLun(lun), row::toString);
        }
    }
}
