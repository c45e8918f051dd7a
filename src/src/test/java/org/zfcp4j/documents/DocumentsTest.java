// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What README and the pages of docs cite, exists: tests, classes, recordings, files, commands, options. */
class DocumentsTest {
    private final Repository repository;
    private final List<Document> documents;

    DocumentsTest() throws IOException {
        repository = new Repository(Path.of(".."));
        documents = repository.documents();
    }

    private List<String> all(Function<Document, List<String>> check) {
        List<String> wrong = new ArrayList<>();
        documents.forEach(document -> wrong.addAll(check.apply(document)));
        return wrong;
    }

    @Test
    void testsClassesRecordingsFilesAndLinksExist() {
        assertEquals(List.of(), all(new Citations(repository)::missing));
        assertTrue(documents.size() > 8, "documents: " + documents.size());
    }

    @Test
    void commandsAreOnesThatTheProgramTakes() {
        assertEquals(List.of(), all(new Commands(repository)::wrong));
        assertTrue(documents.stream().mapToInt(document -> document.commands().size()).sum() > 30);
    }

    @Test
    void whatDoesNotExistIsSeen() {
        for (String span : List.of("explore.RefillRaceTest#nothing", "explore.NoSuchTest", "lab.World.noSuchMethod", "kernel.World", "a_no_such_recording",
                "window/nothing", "shared/vectors/race.json", "no-such.csv", "lab.nothing", "native/nothing/")) {
            assertEquals(1, new Citations(repository).missing(new Document("page", "This is `" + span + "`.")).size(), span);
        }
        assertEquals(1, new Citations(repository).missing(new Document("docs/page.md", "See [that](README.md).")).size());
        for (String command : List.of("zfcp4j runs", "./zfcp4j run no-such-scenario", "./zfcp4j run --no-such-option 7",
                "./zfcp4j explore refill-race --refill no-such-policy", "./zfcp4j explore refill-race --dbf DIR", "./zfcp4j bench --slow",
                "mvn -Pnothing verify", "mvn test -Dtest=NoSuchTest", "mvn -pl nothing test", "JDK/bin/java -jar benchmarks/target/benchmarks.jar NoSuch")) {
            assertEquals(1, new Commands(repository).wrong(new Document("page", "    " + command + "     # to see it")).size(), command);
        }
        assertEquals(1, new Commands(repository).wrong(new Document("page", "With `--no-such-option N` it does.")).size());
    }
}
