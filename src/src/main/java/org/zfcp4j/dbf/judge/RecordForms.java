// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.Tag;
import org.zfcp4j.dbf.record.Tags;

/** Records that neither 5.10 nor 7.1 writes: unknown tags, tags of another form or level, tags of both releases together. */
final class RecordForms {
    private RecordForms() {
    }

    static List<Remark> of(Capture capture) {
        List<Remark> remarks = new ArrayList<>();
        Entry only510 = null;
        Entry only71 = null;
        for (Entry entry : capture.timeline()) {
            Tag tag = Tags.of(entry);
            if (tag == null) {
                remarks.add(Remark.impossible("unknown-tag", "no tag of " + entry.area().suffix() + ": \"" + printable(entry) + '"', entry));
                continue;
            }
            if (tag.id() != entry.id()) {
                remarks.add(Remark.impossible("record-id", tag.name() + " is in records of id " + tag.id() + ", not of id " + entry.id(), entry));
            }
            if (!tag.levels().contains(entry.level())) {
                remarks.add(Remark.impossible("level", tag.name() + " is traced at level " + tag.levels().stream().sorted()
                        .map(String::valueOf).collect(Collectors.joining(" or ")) + ", not at " + entry.level(), entry));
            }
            only510 = only510 == null && tag.only().equals("5.10") ? entry : only510;
            only71 = only71 == null && tag.only().equals("7.1") ? entry : only71;
        }
        if (only510 != null && only71 != null) {
            remarks.add(Remark.impossible("two-releases", only510.tag() + " is of Linux before 5.15, and " + only71.tag()
                    + " of a later one, in " + only510.where(), only71));
        }
        for (Entry pay : capture.entries(Area.PAY)) {
            if (!pay.tag().matches("fsf_res|fsf_uss|def_err|san_req|san_res|san_els|fcp_riu")) {
                remarks.add(Remark.impossible("unknown-tag", "no kind of payload: \"" + printable(pay) + '"', pay));
            }
        }
        return remarks;
    }

    private static String printable(Entry entry) {
        return entry.tag().replaceAll("[^ -~]", "?");
    }
}
