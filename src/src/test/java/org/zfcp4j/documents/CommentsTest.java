// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What comments and pages say of the C sources exists there: names of functions and objects, and lines of files, in one of the two levels. */
class CommentsTest {
    private static final Path FACTS = Path.of("src", "test", "resources", "facts");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern NAME = Pattern.compile("\\b_?(?:zfcp|qdio)_[a-z]\\w+\\b(?!\\.[ch]\\b)");
    private static final Pattern LINE = Pattern.compile("\\b((?:zfcp|qdio)_\\w+\\.[ch]):(\\d+)");
    /** A type, an attribute and two caches that the facts do not have; files and work queues, which are no names of C. */
    private static final Pattern OTHER = Pattern.compile("qdio_handler_t|zfcp_failed|zfcp_fc_req_cache|zfcp_fsf_qtcb_cache|zfcp_q_.*|zfcp_layout|qdio_(main|thinint|setup)|zfcp_(aux|ccw|dbf|def|diag|erp|ext|fc|fsf|qdio|reqlist|scsi|sysfs|unit)");

    private final Set<String> words = new HashSet<>();
    /** File to the last line of its last function. */
    private final Map<String, Integer> lines = new HashMap<>();

    CommentsTest() throws IOException {
        try (Stream<Path> files = Files.list(FACTS)) {
            for (Path file : files.toList()) {
                String text = text(file);
                for (Matcher matcher = Pattern.compile("\\w+").matcher(text); matcher.find();) {
                    words.add(matcher.group());
                }
                if (text.contains("\"endLine\"")) {
                    readLines(Json.parse(text).asObject());
                }
            }
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void readLines(JsonObject facts) {
        for (JsonValue value : facts.get("functions").asArray()) {
            String file = value.asObject().get("file").asString();
            lines.merge(file.substring(file.lastIndexOf('/') + 1), value.asObject().get("endLine").asInt(), Math::max);
        }
    }

    /** Each comment of Java and C, and each page, with where it stands. */
    private static void each(BiConsumer<String, String> reader) throws IOException {
        for (String root : List.of("src/src/main", "src/src/test/java", "benchmarks/src", "jcstress/src", "native/src", "native/include", "native/reference", "docs",
                "README.md", "CONTRIBUTING.md")) {
            try (Stream<Path> files = Files.walk(Path.of("..").resolve(root))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|c|h|md)")).toList()) {
                    String text = Files.readString(file);
                    if (file.toString().endsWith(".md")) {
                        reader.accept(file.toString(), text);
                    } else {
                        for (Matcher matcher = COMMENT.matcher(text); matcher.find();) {
                            reader.accept(file.toString(), matcher.group());
                        }
                    }
                }
            }
        }
    }

    private List<String> unknownNames(String text) {
        List<String> unknown = new ArrayList<>();
        for (Matcher matcher = NAME.matcher(text); matcher.find();) {
            String name = matcher.group();
            if (!words.contains(name) && !OTHER.matcher(name).matches()) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private List<String> unknownLines(String text) {
        List<String> unknown = new ArrayList<>();
        for (Matcher matcher = LINE.matcher(text); matcher.find();) {
            if (Integer.parseInt(matcher.group(2)) > lines.getOrDefault(matcher.group(1), 0)) {
                unknown.add(matcher.group());
            }
        }
        return unknown;
    }

    @Test
    void namesOfCExist() throws IOException {
        Set<String> unknown = new TreeSet<>();
        each((file, text) -> unknownNames(text).forEach(name -> unknown.add(name + " in " + file)));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void linesOfCExist() throws IOException {
        Set<String> unknown = new TreeSet<>();
        List<String> checked = new ArrayList<>();
        each((file, text) -> {
            unknownLines(text).forEach(line -> unknown.add(line + " in " + file));
            for (Matcher matcher = LINE.matcher(text); matcher.find();) {
                checked.add(matcher.group());
            }
        });
        assertEquals(Set.of(), unknown);
        assertTrue(checked.size() > 2, checked::toString);
    }

    @Test
    void whatDoesNotExistIsSeen() {
        assertFalse(unknownNames("/** {@code " + "zfcp_" + "fsf_status_writ}. */").isEmpty());
        assertTrue(unknownNames("/** {@code zfcp_fsf_status_read}, zfcp_fsf.c. */").isEmpty());
        assertFalse(unknownLines("zfcp_erp.c:99999").isEmpty());
        assertTrue(unknownLines("zfcp_erp.c:893").isEmpty());
    }
}
