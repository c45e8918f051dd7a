// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The files of a kernel tree as text. Nothing but regular files of a sensible size is opened. */
public final class SourceTree {
    /** The largest header of Linux that could be wanted has a quarter of it. */
    private static final int MAX_FILE = 1 << 20;
    /** All headers that the driver includes have an eighth of it. */
    private static final int MAX_TOTAL = 64 << 20;
    /** Characters below it are no text, but for those that make up lines. */
    private static final int FIRST_PRINTABLE = 0x20;

    private final Path root;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Boolean> existing = new HashMap<>();
    private int total;

    /**
     * The tree in a directory.
     *
     * @throws BadTreeException if it is none
     */
    public SourceTree(Path root) throws BadTreeException {
        this.root = root;
        if (!Files.isDirectory(root)) {
            throw new BadTreeException(Files.exists(root, LinkOption.NOFOLLOW_LINKS) ? root + " is no directory"
                    : root + " does not exist");
        }
    }

    /** The directory. */
    public Path root() {
        return root;
    }

    /** Is there something of that name, whatever it is? */
    public boolean contains(String file) {
        return existing.computeIfAbsent(file, name -> Files.exists(path(name), LinkOption.NOFOLLOW_LINKS));
    }

    private Path path(String file) {
        try {
            return root.resolve(file);
        } catch (InvalidPathException e) {
            return root.resolve("?");
        }
    }

    /**
     * The text of a file, one character for each byte, carriage returns left out.
     *
     * @throws BadTreeException if it cannot be read or is no C source
     */
    public String read(String file) throws BadTreeException {
        String text = texts.get(file);
        if (text == null) {
            text = text(file);
            texts.put(file, text);
        }
        return text;
    }

    private String text(String file) throws BadTreeException {
        Path path = path(file);
        byte[] bytes;
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new BadTreeException(path + (attributes.isDirectory() ? " is a directory" : " is no regular file"));
            }
            try (InputStream in = Files.newInputStream(path)) {
                // The size is not what some file systems say it is.
                bytes = attributes.size() > MAX_FILE ? null : in.readNBytes(MAX_FILE + 1);
            }
            if (bytes == null || bytes.length > MAX_FILE) {
                throw new BadTreeException(path + " has " + Math.max(attributes.size(), MAX_FILE + 1L)
                        + " bytes or more: too many for a C source");
            }
        } catch (AccessDeniedException e) {
            throw new BadTreeException("no permission for " + path);
        } catch (IOException e) {
            throw new BadTreeException(path + " cannot be read: " + reason(path, e));
        }
        total += bytes.length;
        if (total > MAX_TOTAL) {
            throw new BadTreeException(root + ": the driver includes more than " + (MAX_TOTAL >> 20) + " MiB of headers");
        }
        return checked(path, bytes);
    }

    private static String reason(Path path, IOException e) {
        return Files.isSymbolicLink(path) ? "the link leads nowhere" : e instanceof java.nio.file.NoSuchFileException
                ? "it does not exist" : e.getClass().getSimpleName();
    }

    private static String checked(Path path, byte[] bytes) throws BadTreeException {
        byte[] text = new byte[bytes.length];
        int length = 0;
        for (byte value : bytes) {
            if (value == '\r') {
                continue;
            }
            if (value >= 0 && value < FIRST_PRINTABLE && value != '\n' && value != '\t' && value != '\f') {
                throw new BadTreeException(path + " is no text");
            }
            text[length++] = value;
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * The version that the Makefile states, such as {@code 5.10.198}; empty if there is no Makefile.
     *
     * @throws BadTreeException if it is no Makefile of Linux
     */
    public String version() throws BadTreeException {
        if (!contains("Makefile")) {
            return "";
        }
        Map<String, String> variables = new TreeMap<>();
        for (String line : read("Makefile").split("\n", 64)) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.indexOf('\t') != 0) {
                variables.putIfAbsent(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
            }
        }
        if (!variables.containsKey("VERSION") || !variables.containsKey("PATCHLEVEL")) {
            throw new BadTreeException(root + " is no tree of Linux: its Makefile states no VERSION");
        }
        String sub = variables.getOrDefault("SUBLEVEL", "0");
        return variables.get("VERSION") + "." + variables.get("PATCHLEVEL") + (sub.isEmpty() ? "" : "." + sub);
    }
}
