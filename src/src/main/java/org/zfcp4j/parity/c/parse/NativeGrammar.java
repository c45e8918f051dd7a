// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.parse;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Finds the parser and the grammar of C in the jars that carry them for each platform. */
public final class NativeGrammar implements NativeLibraryLookup {
    private static SymbolLookup loaded;

    @Override
    public SymbolLookup get(Arena arena) {
        return libraries();
    }

    /**
     * The parser and the grammar, loaded once and for as long as the virtual machine lives.
     *
     * @throws MissingException if there are none for this platform
     */
    static synchronized SymbolLookup libraries() {
        if (loaded == null) {
            String[] platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
            loaded = library("tree-sitter", platform).or(library("tree-sitter-c", platform));
        }
        return loaded;
    }

    /** The platform as the jars name it, and how a library's name ends there. */
    static String[] platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        String processor = arch.equals("amd64") || arch.equals("x86_64") ? "x86_64"
                : arch.equals("arm64") || arch.equals("aarch64") ? "aarch64" : arch;
        return os.startsWith("mac") ? new String[] {processor + "-macos", ".dylib"}
                : os.startsWith("windows") ? new String[] {processor + "-windows", ".dll"}
                : new String[] {processor + "-" + os + "-gnu", ".so"};
    }

    /**
     * A library for a platform.
     *
     * @throws MissingException if there is none
     */
    static SymbolLookup library(String name, String[] platform) {
        String resource = "lib/" + platform[0] + "-" + name + platform[1];
        try (InputStream in = NativeGrammar.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new MissingException(platform[0]);
            }
            Path file = Files.createTempFile("zfcp4j-", platform[1]);
            try {
                Files.write(file, in.readAllBytes());
                return SymbolLookup.libraryLookup(file, Arena.global());
            } finally {
                // Where a loaded library cannot be deleted, it goes with the virtual machine.
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new MissingException(platform[0] + " (" + e.getMessage() + ")");
        }
    }

    /** There is no parser for this platform. */
    static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingException(String platform) {
            super("there is no parser of C for this platform: " + platform);
        }
    }
}
