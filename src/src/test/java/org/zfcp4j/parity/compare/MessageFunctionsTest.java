// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Operator messages: each names the C function that it stands for, and every C function that has one has one here. */
class MessageFunctionsTest {
    private static final Path PORT = Path.of("src/main/java/org/zfcp4j/zfcp");
    /** A call with a message, up to the function that it names. */
    private static final Pattern MESSAGE = Pattern.compile(
        "(?:DevMessage\\.\\w+\\(|\\.message\\(|\\berror\\()[^;]*?\"(zfcp_\\w+\\.c:zfcp_\\w+)\"");
    private static final Set<String> CALLS = Set.of("dev_err", "dev_warn", "dev_info", "dev_warn_ratelimited");
    /** They warn through WARN_ON. */
    private static final Set<String> ASSERTED = Set.of("zfcp_erp.c:zfcp_erp_setup_act", "zfcp_erp.c:zfcp_erp_thread_kill");

    @Test
    void messagesAreThoseOfTheFunctionsThatHaveThemInC() throws IOException {
        Set<String> expected = new TreeSet<>(ASSERTED);
        try (var reader = new InputStreamReader(new GZIPInputStream(
                MessageFunctionsTest.class.getResourceAsStream("/facts/functions.json.gz")), StandardCharsets.UTF_8)) {
            for (JsonValue value : Json.parse(reader).asObject().get("functions").asArray()) {
                JsonObject function = value.asObject();
                String file = Path.of(function.getString("file", "")).getFileName().toString();
                boolean tells = function.get("calls").asArray().values().stream().anyMatch(call -> CALLS.contains(call.asString()));
                if (tells && file.startsWith("zfcp_")) {
                    expected.add(file + ":" + function.getString("name", ""));
                }
            }
        }
        assertEquals(expected, named());
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(PORT)) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher message = MESSAGE.matcher(Files.readString(source));
                while (message.find()) {
                    named.add(message.group(1));
                }
            }
        }
        return named;
    }
}
