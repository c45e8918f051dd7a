// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.report;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfcp4j.dbf.judge.Remark;
import org.zfcp4j.dbf.read.AreaTrace;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.EntryText;
import org.zfcp4j.dbf.record.Tag;
import org.zfcp4j.dbf.record.Tags;
import org.zfcp4j.dbf.record.Tod;

/** The whole result for other programs. Records are written one after the other, since there may be many. */
public final class JsonReport {
    private JsonReport() {
    }

    public static void write(List<Judged> all, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"ok\":" + all.stream().allMatch(Judged::clean) + ",\"folders\":[");
            String comma = "";
            for (Map.Entry<Path, List<Judged>> folder : Folders.of(all).entrySet()) {
                out.write(comma);
                folder(folder.getKey(), folder.getValue(), out);
                comma = ",\n";
            }
            out.write("]}\n");
        }
    }

    private static void folder(Path folder, List<Judged> devices, Writer out) throws IOException {
        JsonArray array = new JsonArray();
        devices.forEach(device -> array.add(device(device)));
        out.write("{\"folder\":" + new JsonArray().add(folder.toString()).get(0) + ",\"devices\":" + array + ",\n\"records\":[");
        String comma = "\n";
        for (Entry entry : Folders.timeline(devices)) {
            out.write(comma);
            record(entry).writeTo(out);
            comma = ",\n";
        }
        out.write("]}");
    }

    private static JsonObject device(Judged judged) {
        JsonArray areas = new JsonArray();
        for (AreaTrace trace : judged.capture().areas().values()) {
            areas.add(new JsonObject().add("area", trace.area().suffix()).add("records", trace.entries().size())
                    .add("level", trace.level()).add("pages", trace.pages()).add("wrapped", trace.wrapped()));
        }
        JsonArray remarks = new JsonArray();
        judged.remarks().forEach(remark -> remarks.add(remark(remark)));
        return new JsonObject().add("device", judged.capture().device()).add("ok", judged.clean()).add("areas", areas)
                .add("remarks", remarks);
    }

    private static JsonObject remark(Remark remark) {
        JsonArray records = new JsonArray();
        remark.records().forEach(entry -> records.add(new JsonObject().add("file", entry.file().toString()).add("line", entry.line())
                .add("time", Tod.text(entry.micros())).add("area", entry.area().suffix()).add("tag", entry.tag())));
        return new JsonObject().add("weight", remark.weight().name().toLowerCase(Locale.ROOT)).add("kind", remark.kind())
                .add("text", remark.text()).add("meaning", remark.meaning()).add("remedy", remark.remedy()).add("records", records);
    }

    private static JsonObject record(Entry entry) {
        Tag tag = Tags.of(entry);
        return new JsonObject().add("micros", entry.micros()).add("time", Tod.text(entry.micros())).add("device", entry.device())
                .add("area", entry.area().suffix()).add("level", entry.level()).add("cpu", entry.cpu()).add("tag", entry.tag())
                .add("function", tag == null ? "" : tag.function()).add("text", EntryText.of(entry)).add("file", entry.file().toString())
                .add("line", entry.line());
    }
}
