// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import static org.zfcp4j.parity.facts.JsonMembers.array;
import static org.zfcp4j.parity.facts.JsonMembers.objects;
import static org.zfcp4j.parity.facts.JsonMembers.string;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts as text: all of a driver as one JSON object, {@code {"version":…,"functions":[…],"constants":[…],"types":[…],"tags":[…]}},
 * or one kind of them. Text that is no such object makes them throw an unchecked exception.
 */
public final class FactsFile {
    /** The columns of tags as comma-separated values. */
    private static final int TAG_COLUMNS = 10;

    private FactsFile() {
    }

    /** All facts; those of a kind that the object lacks are none. */
    public static DriverFacts read(Reader in) throws IOException {
        JsonObject json = Json.parse(in).asObject();
        return new DriverFacts(string(json, "version"), functions(json), constants(json), layouts(json),
                objects(json, "tags", FactsFile::tag));
    }

    /** The functions of an object with a member {@code functions}. */
    public static List<FunctionFacts> functions(JsonObject json) {
        return objects(json, "functions", FunctionJson::read);
    }

    /** The constants of an object with a member {@code constants}. */
    public static List<ConstantFact> constants(JsonObject json) {
        return objects(json, "constants", ConstantJson::read);
    }

    /** The layouts of an object with a member {@code types}. */
    public static List<LayoutFact> layouts(JsonObject json) {
        return objects(json, "types", LayoutJson::read);
    }

    /**
     * Trace tags as comma-separated values with a head line:
     * {@code tag,function,file:line,callee,kind,recorded_as,trace_area,level,record_id,erp_want}.
     */
    public static List<TagFact> tags(BufferedReader in) throws IOException {
        List<TagFact> tags = new ArrayList<>();
        in.readLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] column = line.split(",", TAG_COLUMNS);
            int colon = column[2].indexOf(':');
            Place place = new Place(column[2].substring(0, colon), Integer.parseInt(column[2].substring(colon + 1)));
            tags.add(new TagFact(column[0], column[1], place, column[3], column[4], column[5], column[6], column[7], column[8],
                    column[9]));
        }
        return tags;
    }

    private static TagFact tag(JsonObject json) {
        return new TagFact(string(json, "tag"), string(json, "function"),
                new Place(string(json, "file"), json.getInt("line", 0)), string(json, "callee"), string(json, "kind"),
                string(json, "recordedAs"), string(json, "area"), string(json, "level"), string(json, "recordId"),
                string(json, "erpWant"));
    }

    /** All facts as one JSON object. */
    public static JsonObject json(DriverFacts facts) {
        return new JsonObject().add("version", facts.version())
                .add("functions", array(facts.functions(), FunctionJson::write))
                .add("constants", array(facts.constants(), ConstantJson::write))
                .add("types", array(facts.layouts(), LayoutJson::write)).add("tags", array(facts.tags(), FactsFile::json));
    }

    private static JsonObject json(TagFact tag) {
        return new JsonObject().add("tag", tag.tag()).add("function", tag.function()).add("file", tag.place().file())
                .add("line", tag.place().line()).add("callee", tag.callee()).add("kind", tag.kind())
                .add("recordedAs", tag.recordedAs()).add("area", tag.area()).add("level", tag.level())
                .add("recordId", tag.recordId()).add("erpWant", tag.erpWant());
    }

    /** Writes what {@link #json} makes. */
    public static void write(DriverFacts facts, Writer out) throws IOException {
        json(facts).writeTo(out);
    }
}
