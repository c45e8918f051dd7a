// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Where layouts come from that ours are compared with. */
final class LayoutSources {

    /** What the C compiler made of the mock's declarations; nothing without the native library on the class path. */
    static final Supplier<Optional<String>> NATIVE = LayoutSources::ofNativeLibrary;

    private LayoutSources() {
    }

    private static Optional<String> ofNativeLibrary() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String arch = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        String resource = "/native/" + (mac ? "macos-" : "linux-") + arch + "/libfcpmock" + (mac ? ".dylib" : ".so");
        try (InputStream in = LayoutSources.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Path library = Files.createTempFile("libfcpmock", mac ? ".dylib" : ".so");
            try {
                Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
                return Optional.of(call(library));
            } finally {
                Files.delete(library);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("restricted")
    private static String call(Path library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment function = SymbolLookup.libraryLookup(library, arena).find("fcp_layout_json").orElseThrow();
            MemorySegment text = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw new IllegalStateException("fcp_layout_json", e);
        }
    }
}
