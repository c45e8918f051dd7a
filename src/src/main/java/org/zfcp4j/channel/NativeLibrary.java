// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.zfcp4j.layout.Memory;

/**
 * Finds and loads libfcpmock: the file that {@code -Dzfcp4j.native} names, or the one that is packed with these classes for
 * this platform; where {@link Memory#CHECKED}, the variant that records its accesses.
 *
 * <p>A packed library is written to a new directory that only this user can enter, so that nobody can put another file in its
 * place before it is loaded; a loaded library needs its file no more, so both are deleted at once.
 */
final class NativeLibrary {
    /** Names a library file to use instead of the packed one. */
    static final String PROPERTY = "zfcp4j.native";

    private NativeLibrary() {
    }

    /** Loads the library for the rest of the process. Throws {@link UnsatisfiedLinkError} with what to do about it. */
    static SymbolLookup load() {
        return load(System.getProperty(PROPERTY));
    }

    /** Null stands for the packed library. */
    static SymbolLookup load(String file) {
        return file == null ? loadPacked(resourceName()) : open(Path.of(file));
    }

    static String resourceName() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String machine = System.getProperty("os.arch");
        String architecture = machine.equals("amd64") ? "x86_64" : machine;
        return "/native/" + (mac ? "macos-" : "linux-") + architecture + "/libfcpmock" + (Memory.CHECKED ? "-watched" : "") + (mac ? ".dylib" : ".so");
    }

    static SymbolLookup loadPacked(String resource) {
        try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new UnsatisfiedLinkError("no libfcpmock for this platform (" + resource
                        + "): build it with make in native/ and name it with -D" + PROPERTY + "=FILE");
            }
            Path directory = Files.createTempDirectory("zfcp4j");
            Path library = directory.resolve("libfcpmock.so");
            try {
                Files.copy(packed, library);
                return open(library);
            } finally {
                Files.deleteIfExists(library);
                Files.delete(directory);
            }
        } catch (IOException e) {
            UnsatisfiedLinkError error = new UnsatisfiedLinkError("libfcpmock cannot be written to "
                    + System.getProperty("java.io.tmpdir") + ": " + e.getMessage());
            error.initCause(e);
            throw error;
        }
    }

    private static SymbolLookup open(Path library) {
        try {
            return SymbolLookup.libraryLookup(library.toAbsolutePath(), Arena.global());
        } catch (IllegalArgumentException e) {
            UnsatisfiedLinkError error = new UnsatisfiedLinkError(library + " is no library that can be loaded here");
            error.initCause(e);
            throw error;
        }
    }
}
