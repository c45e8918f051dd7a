// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.dbf.DbfConstants;

/** The table of tags against what was read from the C sources. */
class TagsTest {
    private static List<String[]> rows(String resource) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(TagsTest.class.getResourceAsStream(resource),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",", -1)).toList();
        }
    }

    private static int id(String constant) {
        try {
            return DbfConstants.class.getField(constant).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void areaIdLevelsAndFunctionOfEachTagAreThoseOfTheDriver() throws IOException {
        TreeMap<String, String> expected = new TreeMap<>();
        for (String[] row : rows("/facts/tags.csv")) {
            if (row[4].equals("tag")) {
                for (String recorded : row[5].split("\\|")) {
                    expected.put(row[6] + ' ' + recorded, id(row[8]) + " " + row[7].replace(" or ", " ") + ' ' + row[1]);
                }
            }
        }
        TreeMap<String, String> table = new TreeMap<>();
        for (Tag tag : Tags.all()) {
            if (!tag.only().equals("7.1")) {
                table.put(tag.area().suffix() + ' ' + tag.name(), tag.id() + " " + tag.levels().stream().sorted().map(String::valueOf)
                        .collect(Collectors.joining(" ")) + ' ' + tag.function());
            }
        }
        assertTrue(expected.size() > 140);
        assertEquals(expected, table);
    }

    /** The prefixes of resets stand alone there. */
    @Test
    void tagsOfTheLaterReleaseAreThoseOfItsDriver() throws IOException {
        Set<String> baseline = rows("/org/zfcp4j/parity/baseline-7.1.csv").stream().filter(row -> row[0].equals("tag"))
                .map(row -> row[1]).collect(Collectors.toCollection(TreeSet::new));
        for (Tag tag : Tags.all()) {
            String name = tag.name().matches("[lt]r_(wait|fiof|nres|reqf|fail|okay)") ? tag.name().substring(3) : tag.name();
            assertEquals(!tag.only().equals("5.10"), baseline.contains(name), tag.toString());
        }
        for (String name : baseline) {
            assertTrue(Tags.all().stream().anyMatch(tag -> tag.name().equals(name) || tag.name().substring(3).equals(name))
                    || List.of("lr_", "tr_").contains(name) || name.matches("fsf_res|fsf_uss|def_err|san_req|san_res|san_els|fcp_riu"), name);
        }
        assertEquals("REC", Tags.of(Area.REC, "qdreqt1").area().name().toUpperCase(Locale.ROOT));
    }
}
