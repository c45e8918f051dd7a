// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.report;

import java.io.PrintStream;
import java.util.List;
import java.util.StringJoiner;
import org.zfcp4j.dbf.judge.Remark;
import org.zfcp4j.dbf.judge.Remark.Weight;
import org.zfcp4j.dbf.read.AreaTrace;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.EntryText;
import org.zfcp4j.dbf.record.Tag;
import org.zfcp4j.dbf.record.Tags;
import org.zfcp4j.dbf.record.Tod;

/** Prints the records of each folder in order of time, and then the remarks about each device. */
public final class TextReport {
    private static final int SHOWN_RECORDS = 8;
    private static final int WIDTH = 110;

    private final PrintStream out;

    public TextReport(PrintStream out) {
        this.out = out;
    }

    public void print(List<Judged> all) {
        Folders.of(all).forEach((folder, devices) -> {
            out.println(folder);
            devices.forEach(this::printAreas);
            printRecords(devices);
            devices.forEach(this::printRemarks);
        });
    }

    private void printAreas(Judged judged) {
        StringJoiner areas = new StringJoiner(", ");
        for (AreaTrace trace : judged.capture().areas().values()) {
            areas.add(trace.area().suffix() + ' ' + trace.entries().size() + (trace.level() < 0 ? "" : " (level " + trace.level() + ')'));
        }
        out.println("  " + judged.capture().device() + ": " + areas);
    }

    private void printRecords(List<Judged> devices) {
        for (Entry entry : Folders.timeline(devices)) {
            Tag tag = Tags.of(entry);
            out.printf("%s %s %-4s %d %-7s %s: %s%n", Tod.text(entry.micros()), entry.device(), entry.area().suffix(), entry.level(),
                    printable(entry.tag()), tag == null ? "?" : tag.function(), EntryText.of(entry));
        }
    }

    /** Tags come from a file: nothing of them reaches the terminal but printable characters. */
    static String printable(String tag) {
        return tag.replaceAll("[^ -~]", "?");
    }

    private void printRemarks(Judged judged) {
        print(judged, Weight.NOTE, "noted");
        print(judged, Weight.IMPOSSIBLE, "impossible");
        print(judged, Weight.DIAGNOSIS, "diagnosis");
        if (judged.clean()) {
            out.println(judged.capture().device() + ": nothing found");
        }
    }

    private void print(Judged judged, Weight weight, String title) {
        for (Remark remark : judged.remarks()) {
            if (remark.weight() == weight) {
                out.println(remark.device() + ": " + title + ", " + remark.kind() + ": " + remark.text());
                indented(remark.meaning());
                indented(remark.remedy());
                remark.records().stream().limit(SHOWN_RECORDS).forEach(entry -> out.printf("    %s %s %s   %s%n",
                        Tod.text(entry.micros()), entry.area().suffix(), printable(entry.tag()), entry.where()));
                if (remark.records().size() > SHOWN_RECORDS) {
                    out.println("    and more");
                }
            }
        }
    }

    private void indented(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                out.println("   " + line);
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        if (!text.isEmpty()) {
            out.println("   " + line);
        }
    }
}
