// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.PaddingLayout;
import java.lang.foreign.SequenceLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.trace.TraceRecord;

/** The members of a trace record with their C names and values, as its layout has them. Big-endian. */
final class RecordFields {
    private static final int LONGEST_BYTES = 16;

    private final byte[] bytes;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private RecordFields(byte[] bytes) {
        this.bytes = bytes;
    }

    /** In their order in memory; without the tag, the id and what is absent. */
    static Map<String, String> of(TraceRecord record) {
        RecordFields reader = new RecordFields(record.bytes());
        GroupLayout layout = switch (record.kind()) {
            case "rec" -> ZfcpDbfRec.LAYOUT;
            case "hba" -> ZfcpDbfHba.LAYOUT;
            case "san" -> ZfcpDbfSan.LAYOUT;
            case "scsi" -> ZfcpDbfScsi.LAYOUT;
            default -> ZfcpDbfPay.LAYOUT;
        };
        reader.group(layout, 0, part(record));
        return reader.fields;
    }

    /** The member of the union that the id of the record stands for; empty for none. */
    private static String part(TraceRecord record) {
        int id = record.bytes()[0];
        return switch (record.kind()) {
            case "rec" -> id == DbfConstants.ZFCP_DBF_REC_TRIG ? "trig" : "run";
            case "hba" -> switch (id) {
                case DbfConstants.ZFCP_DBF_HBA_RES -> "res";
                case DbfConstants.ZFCP_DBF_HBA_USS -> "uss";
                case DbfConstants.ZFCP_DBF_HBA_BIT -> "be";
                case DbfConstants.ZFCP_DBF_HBA_FCES -> "fces";
                default -> "";
            };
            default -> "";
        };
    }

    private void group(GroupLayout group, long base, String part) {
        for (MemoryLayout member : group.memberLayouts()) {
            String name = member.name().orElse("");
            if (member instanceof PaddingLayout || name.isEmpty() || name.equals("id") || name.equals("tag")) {
                continue;
            }
            long at = base + group.byteOffset(MemoryLayout.PathElement.groupElement(name));
            if (member instanceof GroupLayout inner) {
                if (name.equals("u")) {
                    inner.memberLayouts().stream().filter(m -> m.name().orElse("").equals(part) && m instanceof GroupLayout)
                            .forEach(m -> group((GroupLayout) m, at, ""));
                } else {
                    group(inner, at, "");
                }
            } else {
                value(name, at, member);
            }
        }
    }

    private void value(String name, long at, MemoryLayout member) {
        long size = member instanceof SequenceLayout ? Math.min(member.byteSize(), LONGEST_BYTES) : member.byteSize();
        if (at + size > bytes.length) {
            return;
        }
        StringBuilder hex = new StringBuilder("0x");
        for (long i = at; i < at + size; i++) {
            hex.append(String.format("%02x", bytes[(int) i] & 0xff));
        }
        fields.put(name, hex + (size < member.byteSize() ? "..." : ""));
    }
}
