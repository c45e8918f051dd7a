// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pdocs} does not require comments on members, since many mirror C. Each type has one, though. */
class PublicTypesTest {
    private static final Pattern DOCUMENTED = Pattern.compile("(?s)\\*/\\s+(?:@[\\w.]+(?:\\([^)]*\\))?\\s+)*"
            + "(?:public |abstract |final |sealed |non-sealed )*(?:class|interface|enum|record|@interface|package) ");

    @Test
    void eachTypeIsDocumented() throws IOException {
        List<String> undocumented = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!DOCUMENTED.matcher(Files.readString(file)).find()) {
                    undocumented.add(file.toString());
                }
            }
        }
        assertEquals(List.of(), undocumented);
    }

    @Test
    void aTypeWithoutACommentIsNoticed() {
        assertTrue(DOCUMENTED.matcher("/** A type. */\n@Deprecated\npublic final class A {").find());
        assertTrue(!DOCUMENTED.matcher("import a.B;\n\npublic final class A {\n/** A method. */ void a() {} }").find());
    }
}
