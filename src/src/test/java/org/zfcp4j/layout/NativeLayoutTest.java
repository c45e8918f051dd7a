// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.catalog.Structures;

/** The mock channel, in C, and the driver, in Java, mean the same bytes. */
class NativeLayoutTest {

    @Test
    void cAndJavaAgree() {
        Optional<String> exported = LayoutSources.NATIVE.get();
        assumeTrue(exported.isPresent(), "the native library is not on the class path");
        assertEquals(List.of(), differences(exported.get()));
        assertTrue(Json.parse(exported.get()).asArray().size() >= 10);
    }

    @Test
    void aDifferenceIsNoticed() {
        assertEquals(List.of(), differences("[{\"struct\":\"slib\",\"size\":2048,\"fields\":["
                + "{\"name\":\"sla\",\"offset\":8,\"size\":8}]}]"));
        assertEquals(1, differences("[{\"struct\":\"slib\",\"size\":2047,\"fields\":[]}]").size());
        assertEquals(1, differences("[{\"struct\":\"no_such\",\"size\":1,\"fields\":[]}]").size());
        assertEquals(1, differences("[{\"struct\":\"slib\",\"size\":2048,\"fields\":["
                + "{\"name\":\"sla\",\"offset\":16,\"size\":8}]}]").size());
        assertEquals(1, differences("[{\"struct\":\"slib\",\"size\":2048,\"fields\":["
                + "{\"name\":\"slabs\",\"offset\":8,\"size\":8}]}]").size());
    }

    private static List<String> differences(String exported) {
        List<String> differences = new ArrayList<>();
        for (JsonValue value : Json.parse(exported).asArray()) {
            JsonObject struct = value.asObject();
            String name = struct.getString("struct", "");
            Optional<Structure> ours = Structures.named(name);
            if (ours.isEmpty()) {
                differences.add(name + ": not in Java");
                continue;
            }
            if (struct.getLong("size", -1) != ours.get().size()) {
                differences.add(name + ": size " + struct.getLong("size", -1) + ", in Java " + ours.get().size());
            }
            for (JsonValue member : struct.get("fields").asArray()) {
                JsonObject field = member.asObject();
                String path = field.getString("name", "");
                String theirs = field.getLong("offset", -1) + "+" + field.getLong("size", -1);
                String found = place(ours.get(), path);
                if (!theirs.equals(found)) {
                    differences.add(name + "." + path + ": " + theirs + ", in Java " + found);
                }
            }
        }
        return differences;
    }

    /** C exports a bit field as the byte that holds it. */
    private static String place(Structure structure, String path) {
        return structure.fields().stream().filter(field -> field.path().equals(path)).findFirst()
                .map(field -> field.isBitField() ? field.offset() + field.bitOffset() / 8 + "+1"
                        : field.offset() + "+" + field.size())
                .orElse("missing");
    }
}
