// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that says which seeds show the open mistakes: a line for each, with bars between its parts. */
final class OpenFile {
    private static final Path FILE = FixFile.FOLDER.resolve("open.txt");
    private static final String BAR = " | ";
    private static final int PARTS = 4;

    /**
     * A line.
     *
     * @param id of the mistake
     * @param level of Linux
     * @param seed the first that shows it
     * @param shown what it shows
     */
    record Found(String id, String level, long seed, String shown) {
    }

    private OpenFile() {
    }

    static List<Found> read() {
        try {
            return Files.readAllLines(FILE).stream().map(line -> line.split(" \\| ", PARTS))
                    .map(parts -> new Found(parts[0], parts[1], Long.parseLong(parts[2]), parts[3])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(List<Found> all) {
        try {
            Files.write(FILE, all.stream().map(found -> String.join(BAR, found.id(), found.level(), Long.toString(found.seed()), found.shown())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
