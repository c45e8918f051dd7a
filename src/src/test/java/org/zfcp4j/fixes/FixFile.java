// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of the fixes. A line {@code key value} each for {@code title}, {@code linux}, {@code wrong},
 * {@code seen} ({@code no} if the commit could not be looked up) and {@code why}; {@code undo}
 * with a source file, and below it what changes in there: lines that begin with a minus go, those with a plus come, those with a bar
 * stay, and {@code @@} begins another place; and, written by the search, {@code found}.
 */
final class FixFile {
    /** Where they are, seen from the module. */
    static final Path FOLDER = Path.of("src/test/fixes");
    private static final String SUFFIX = ".fix";
    private static final String SEPARATOR = " | ";

    private FixFile() {
    }

    /** All, by the name of their file. */
    static List<Fix> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted(Comparator.comparing(Path::toString)).map(FixFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fix read(Path file) {
        Map<String, String> values = new HashMap<>();
        List<Undo> undo = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            switch (line.charAt(0)) {
                case '-' -> hunk(undo).old().add(line.substring(1));
                case '+' -> hunk(undo).changed().add(line.substring(1));
                case '|' -> {
                    hunk(undo).old().add(line.substring(1));
                    hunk(undo).changed().add(line.substring(1));
                }
                case '@' -> undo.get(undo.size() - 1).hunks().add(new Undo.Hunk(new ArrayList<>(), new ArrayList<>()));
                default -> entry(line, values, undo, file);
            }
        }
        String name = file.getFileName().toString();
        return new Fix(name.substring(0, name.length() - SUFFIX.length()), values.get("title"), values.get("linux"), values.get("wrong"),
                undo, found(values.get("found")), values.getOrDefault("why", ""), !"no".equals(values.get("seen")));
    }

    private static void entry(String line, Map<String, String> values, List<Undo> undo, Path file) {
        String[] parts = line.split(" ", 2);
        if (parts[0].equals("undo")) {
            undo.add(new Undo(parts[1].strip(), new ArrayList<>()));
            undo.get(undo.size() - 1).hunks().add(new Undo.Hunk(new ArrayList<>(), new ArrayList<>()));
        } else if (List.of("title", "linux", "wrong", "why", "seen", "found").contains(parts[0]) && parts.length == 2) {
            values.merge(parts[0], parts[1].strip(), (old, more) -> old + " " + more);
        } else {
            throw new IllegalStateException(file + ": " + line);
        }
    }

    private static Undo.Hunk hunk(List<Undo> undo) {
        List<Undo.Hunk> hunks = undo.get(undo.size() - 1).hunks();
        return hunks.get(hunks.size() - 1);
    }

    private static Fix.Found found(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" \\| ", 6);
        return new Fix.Found(parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Double.parseDouble(parts[4]), parts[5]);
    }

    /** Puts down what the search has found, or that it has found nothing. */
    static void write(String id, Fix.Found found) {
        Path file = FOLDER.resolve(id + SUFFIX);
        List<String> lines = new ArrayList<>(lines(file));
        lines.removeIf(line -> line.startsWith("found "));
        if (found != null) {
            lines.add("found " + String.join(SEPARATOR, found.hunt(), found.level(), found.moment(), Long.toString(found.seed()),
                    String.format(Locale.ROOT, "%.1f", found.seconds()), found.finding()));
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
