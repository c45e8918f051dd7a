// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Javadoc of a method that ports a C function begins with the function. */
class PortJavadocTest {
    private static final Pattern METHOD = Pattern.compile("(?ms)(^    /\\*\\*(?:(?!\\*/).)*?\\*/\\n)?((?:^    @\\w+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\n)+)^    [^\\n@/]*?(\\w+)\\(");
    private static final Pattern ANNOTATION = Pattern.compile("(?s)@LinuxSource\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern FUNCTION = Pattern.compile("[\\w.]+\\.[ch]:(\\w+)");
    private static final Pattern FIRST = Pattern.compile("(?s)    /\\*\\*[\\s*]*\\{@code (\\w+)\\}.*");

    private final List<String> wrong = new ArrayList<>();
    private int methods;

    private void read(String name, String source) {
        for (Matcher method = METHOD.matcher(source); method.find();) {
            List<String> functions = new ArrayList<>();
            for (Matcher annotation = ANNOTATION.matcher(method.group(2)); annotation.find();) {
                String own = annotation.group(1).replaceAll("(?s)calls = (\\{[^}]*\\}|\"[^\"]*\")", "");
                FUNCTION.matcher(own).results().map(function -> function.group(1)).forEach(functions::add);
            }
            if (!functions.isEmpty()) {
                methods++;
                Matcher first = FIRST.matcher(method.group(1) == null ? "" : method.group(1));
                if (!first.matches() || !functions.contains(first.group(1))) {
                    wrong.add(name + "." + method.group(3) + ": " + functions);
                }
            }
        }
    }

    @Test
    void beginsWithTheFunctionOfC() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                read(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(methods > 400, "methods: " + methods);
    }

    @Test
    void anotherBeginningIsSeen() {
        read("A", "    /** Gives it back. */\n    @LinuxSource(\"zfcp_fsf.c:zfcp_fsf_req_free\")\n    static void reqFree(FsfReq req) {\n");
        assertFalse(wrong.isEmpty());
    }
}
