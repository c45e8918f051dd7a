// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.List;
import org.zfcp4j.dbf.record.Entry;

/**
 * A statement about the traces of a device.
 *
 * @param kind a short name, the same for all of a kind
 * @param device bus id
 * @param text what is the case
 * @param meaning what it means; empty where the text says it
 * @param remedy which commit or setting concerns it; empty if none does
 * @param records that show it, the first of many
 */
public record Remark(Weight weight, String kind, String device, String text, String meaning, String remedy, List<Entry> records) {
    /** How much it matters. */
    public enum Weight {
        /** The traces are incomplete. */
        NOTE,
        /** No version of the driver writes this. */
        IMPOSSIBLE,
        /** The machine had a problem. */
        DIAGNOSIS
    }

    /** Records that are kept of many. */
    private static final int MOST_RECORDS = 40;

    public Remark {
        records = List.copyOf(records.subList(0, Math.min(records.size(), MOST_RECORDS)));
    }

    /** True if the command shall fail because of it. */
    public boolean matters() {
        return weight != Weight.NOTE;
    }

    static Remark note(String kind, String device, String text) {
        return new Remark(Weight.NOTE, kind, device, text, "", "", List.of());
    }

    static Remark impossible(String kind, String text, Entry entry) {
        return new Remark(Weight.IMPOSSIBLE, kind, entry.device(), text, "", "", List.of(entry));
    }

    static Remark diagnosis(String kind, String text, String meaning, String remedy, List<Entry> records) {
        return new Remark(Weight.DIAGNOSIS, kind, records.get(0).device(), text, meaning, remedy, records);
    }
}
