// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfcp4j.dbf.judge.Remark;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.EntryText;
import org.zfcp4j.dbf.record.Tag;
import org.zfcp4j.dbf.record.Tags;
import org.zfcp4j.dbf.record.Tod;

/** A self-contained page: the findings, and the records as a table with filters. */
public final class HtmlReport {
    private static final String TEMPLATE = "/org/zfcp4j/dbf/page.html";
    private static final String PLACE = "<!-- content -->";

    private final Writer out;

    private HtmlReport(Writer out) {
        this.out = out;
    }

    public static void write(List<Judged> all, Path file) throws IOException {
        String template;
        try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int place = template.indexOf(PLACE);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(template, 0, place);
            HtmlReport report = new HtmlReport(out);
            for (Map.Entry<Path, List<Judged>> folder : Folders.of(all).entrySet()) {
                report.folder(folder.getKey(), folder.getValue());
            }
            out.write(template.substring(place + PLACE.length()));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private void folder(Path folder, List<Judged> devices) throws IOException {
        out.write("<h2>" + escaped(folder.toString()) + "</h2>\n");
        for (Judged judged : devices) {
            out.write("<h3>" + escaped(judged.capture().device()) + "</h3>\n");
            if (judged.clean()) {
                out.write("<p class=\"good\">nothing found</p>\n");
            }
            for (Remark remark : judged.remarks()) {
                remark(remark);
            }
        }
        out.write("<table><thead><tr><th>time (UTC)</th><th>device</th><th>area</th><th>level</th><th>tag</th><th>function</th>"
                + "<th>record</th></tr></thead><tbody>\n");
        for (Entry entry : Folders.timeline(devices)) {
            row(entry);
        }
        out.write("</tbody></table>\n");
    }

    private void remark(Remark remark) throws IOException {
        out.write("<section class=\"" + remark.weight().name().toLowerCase(Locale.ROOT) + "\"><h4>" + escaped(remark.kind()) + "</h4><p>"
                + escaped(remark.text()) + "</p>");
        for (String more : List.of(remark.meaning(), remark.remedy())) {
            if (!more.isEmpty()) {
                out.write("<p>" + escaped(more) + "</p>");
            }
        }
        if (!remark.records().isEmpty()) {
            out.write("<ol>");
            for (Entry entry : remark.records()) {
                out.write("<li><a href=\"#" + id(entry) + "\">" + Tod.text(entry.micros()) + " " + entry.area().suffix() + " "
                        + escaped(entry.tag()) + "</a></li>");
            }
            out.write("</ol>");
        }
        out.write("</section>\n");
    }

    private void row(Entry entry) throws IOException {
        Tag tag = Tags.of(entry);
        out.write("<tr id=\"" + id(entry) + "\" class=\"" + entry.area().suffix() + "\"><td>" + Tod.text(entry.micros()) + "</td><td>"
                + escaped(entry.device()) + "</td><td>" + entry.area().suffix() + "</td><td>" + entry.level() + "</td><td>"
                + escaped(TextReport.printable(entry.tag())) + "</td><td>" + (tag == null ? "" : tag.function()) + "</td><td>"
                + escaped(EntryText.of(entry)) + "</td></tr>\n");
    }

    private static String id(Entry entry) {
        return "r" + Integer.toHexString(entry.file().hashCode()) + "-" + entry.line();
    }
}
