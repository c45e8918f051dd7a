// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.PortSpeed;
import org.zfcp4j.zfcp.fsf.FcSecurity;

/** {@code functions.jsonl}: functions without state. */
final class FunctionsTable implements Table {
    /** {@code PAGE_SIZE}: room for an attribute's text. */
    private static final int PLENTY = 4096;

    @Override
    public String kind() {
        return "functions";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("fn") && (row.has("in") || row.has("fcp_lun"));
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        return rows.stream().map(FunctionsTable::replay).toList();
    }

    private static RowResult replay(Row row) {
        Comparator comparator = new Comparator(row);
        String function = row.text("fn").split(" ", 2)[0];
        switch (function) {
            case "convert_portspeed" -> comparator.word("out", PortSpeed.convertPortspeed(row.word("in")));
            case "scnprint_fc_security" -> security(row, comparator);
            case "scsilun_to_int" -> {
                comparator.number("int", FcpLun.toScsiLun(row.number("fcp_lun")));
                comparator.number("fcp_lun", FcpLun.fromScsiLun(row.number("int")));
            }
            default -> {
                return RowResult.skip(row, "no function " + function + " is known");
            }
        }
        return comparator.result();
    }

    private static void security(Row row, Comparator comparator) {
        FcSecurity.PrintFmt fmt = row.text("fmt").equals("list")
            ? FcSecurity.PrintFmt.ZFCP_FSF_PRINT_FMT_LIST : FcSecurity.PrintFmt.ZFCP_FSF_PRINT_FMT_SINGLEITEM;
        String out = FcSecurity.scnprintFcSecurity(PLENTY, row.word("in"), fmt);
        comparator.text("out", out);
        comparator.number("rc", out.length());
        String out15 = FcSecurity.scnprintFcSecurity(FcSecurity.ZFCP_FSF_MAX_FC_SECURITY_MNEMONIC_LENGTH, row.word("in"), fmt);
        comparator.text("out15", out15);
        comparator.number("rc15", out15.length());
    }
}
