// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import static org.zfcp4j.parity.facts.JsonMembers.addIfAny;
import static org.zfcp4j.parity.facts.JsonMembers.array;
import static org.zfcp4j.parity.facts.JsonMembers.integer;
import static org.zfcp4j.parity.facts.JsonMembers.objects;
import static org.zfcp4j.parity.facts.JsonMembers.string;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;

/** Layouts as JSON objects. */
final class LayoutJson {
    private LayoutJson() {
    }

    static LayoutFact read(JsonObject json) {
        return new LayoutFact(string(json, "name"), string(json, "tag"),
                new Place(string(json, "header"), json.getInt("line", 0)), string(json, "category"),
                integer(json, "size", -1), integer(json, "align", 0), json.getBoolean("packed", false),
                integer(json, "explicitAlign", 0), objects(json, "fields", LayoutJson::field), objects(json, "gaps",
                        gap -> new LayoutFact.Gap(gap.getInt("bitOffset", 0), gap.getInt("bitSize", 0))));
    }

    private static FieldFact field(JsonObject json) {
        ArrayFact array = json.get("count") == null ? null : new ArrayFact(json.getInt("count", 0),
                json.getInt("elementSize", 0), string(json, "elementKind"), string(json, "elementType"),
                json.getBoolean("flexible", false));
        BitFieldFact bits = json.get("bitSize") == null ? null : new BitFieldFact(json.getInt("bitSize", 0),
                json.getInt("bitOffset", 0), json.getInt("bitOffsetFromStart", 0), json.getInt("shift", 0), mask(json, "mask"),
                json.getInt("unitOffset", 0), json.getInt("unitSize", 0), json.getInt("unitShift", 0),
                mask(json, "unitMask"));
        return new FieldFact(string(json, "path"), json.getInt("offset", 0), json.getInt("size", 0), string(json, "kind"),
                string(json, "type"), json.getBoolean("signed", false), array, bits,
                objects(json, "strides", stride -> new FieldFact.Stride(stride.getInt("count", 0), stride.getInt("stride", 0))),
                json.getBoolean("inUnion", false), json.getBoolean("opaque", false));
    }

    private static long mask(JsonObject json, String member) {
        return Long.parseUnsignedLong(json.getString(member, "0x0").substring(2), 16);
    }

    static JsonObject write(LayoutFact layout) {
        JsonObject json = new JsonObject().add("name", layout.name()).add("tag", layout.tag())
                .add("header", layout.place().file()).add("line", layout.place().line()).add("category", layout.category())
                .add("size", layout.size()).add("packed", layout.packed())
                .add("explicitAlign", layout.explicitAlign() == 0 ? Json.NULL : Json.value(layout.explicitAlign()))
                .add("fields", array(layout.fields(), LayoutJson::write)).add("align", layout.align());
        addIfAny(json, "gaps", layout.gaps(),
                gap -> new JsonObject().add("bitOffset", gap.bitOffset()).add("bitSize", gap.bitSize()));
        return json;
    }

    private static JsonObject write(FieldFact field) {
        JsonObject json = new JsonObject().add("path", field.path()).add("offset", field.offset()).add("size", field.size())
                .add("kind", field.kind());
        addIfAny(json, "type", field.type());
        ArrayFact array = field.array();
        if (array != null) {
            json.add("count", array.count()).add("elementSize", array.elementSize()).add("elementKind", array.elementKind())
                    .add("elementType", array.elementType());
        }
        if (!field.kind().equals("struct") && !field.kind().equals("union")) {
            json.add("signed", field.signed());
        }
        if (array != null && array.flexible()) {
            json.add("flexible", true);
        }
        BitFieldFact bits = field.bits();
        if (bits != null) {
            json.add("bitSize", bits.bitSize()).add("bitOffset", bits.bitOffset())
                    .add("bitOffsetFromStart", bits.bitOffsetFromStart()).add("shift", bits.shift())
                    .add("mask", "0x" + Long.toHexString(bits.mask())).add("unitOffset", bits.unitOffset())
                    .add("unitSize", bits.unitSize()).add("unitShift", bits.unitShift())
                    .add("unitMask", "0x" + Long.toHexString(bits.unitMask()));
        }
        addIfAny(json, "strides", field.strides(),
                stride -> new JsonObject().add("count", stride.count()).add("stride", stride.stride()));
        if (field.inUnion()) {
            json.add("inUnion", true);
        }
        if (field.opaque()) {
            json.add("opaque", true);
        }
        return json;
    }
}
