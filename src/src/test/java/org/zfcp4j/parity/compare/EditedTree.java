// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A kernel tree that differs from another one in some lines of some files; all else is linked. */
final class EditedTree {
    private final Path original;
    private final Path copy;

    EditedTree(Path original, Path copy) {
        this.original = original.toAbsolutePath();
        this.copy = copy;
    }

    Path path() {
        return copy;
    }

    EditedTree replace(String file, int line, String from, String to) throws IOException {
        List<String> lines = lines(file);
        String text = lines.get(line - 1);
        if (!text.contains(from)) {
            throw new AssertionError(file + ":" + line + " has no " + from);
        }
        lines.set(line - 1, text.replace(from, to));
        return write(file, lines);
    }

    EditedTree drop(String file, int line) throws IOException {
        List<String> lines = lines(file);
        lines.set(line - 1, "");
        return write(file, lines);
    }

    EditedTree swap(String file, int line, int other) throws IOException {
        List<String> lines = lines(file);
        lines.set(other - 1, lines.set(line - 1, lines.get(other - 1)));
        return write(file, lines);
    }

    /** Adds text to the end of a line, so that no other line moves. */
    EditedTree append(String file, int line, String text) throws IOException {
        List<String> lines = lines(file);
        lines.set(line - 1, lines.get(line - 1) + " " + text);
        return write(file, lines);
    }

    private List<String> lines(String file) throws IOException {
        Path at = Files.exists(copy.resolve(file)) ? copy.resolve(file) : original.resolve(file);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readString(at, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            lines.add(line.replace("\r", ""));
        }
        return lines;
    }

    private EditedTree write(String file, List<String> lines) throws IOException {
        Path from = original;
        Path to = copy;
        for (Path name : Path.of(file)) {
            if (Files.isSymbolicLink(to)) {
                Files.delete(to);
            }
            if (!Files.exists(to)) {
                Files.createDirectory(to);
            }
            linkAll(from, to);
            from = from.resolve(name);
            to = to.resolve(name);
        }
        Files.delete(to);
        Files.write(to, String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private static void linkAll(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path link = to.resolve(entry.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    /** Deletes the copy, and of what is linked the links alone. */
    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
