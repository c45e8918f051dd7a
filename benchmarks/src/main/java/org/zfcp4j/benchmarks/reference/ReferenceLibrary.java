// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.reference;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.zfcp4j.kernel.real.SpinLocks;

/**
 * Finds libzfcpref, which is compiled for one processor and therefore not packaged: the file that
 * {@code -Dzfcp4j.reference} names, or in the folder {@code native} beside the jar. It has the same kind of locks as the kernel for real
 * threads.
 */
public final class ReferenceLibrary {
    /** Names the library file. */
    static final String PROPERTY = "zfcp4j.reference";
    private static final String LOCKS = SpinLocks.CURRENT.equals(SpinLocks.TICKET) ? "-ticket" : "";
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(file(), Arena.global());

    private ReferenceLibrary() {
    }

    /** That which is compiled as a kernel is: option of a virtual machine that is to use it. */
    public static String kernelLike() {
        return "-D" + PROPERTY + "=" + home().resolve("native").resolve("libzfcpref-o2" + suffix());
    }

    private static String suffix() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? ".dylib" : ".so";
    }

    private static Path file() {
        String named = System.getProperty(PROPERTY);
        Path file = named != null ? Path.of(named)
                : home().resolve("native").resolve("libzfcpref" + LOCKS + suffix());
        if (!Files.exists(file)) {
            throw new UnsatisfiedLinkError("no C reference at " + file
                    + ": build it with make reference in native/, and name it with -D" + PROPERTY + "=FILE");
        }
        return file.toAbsolutePath();
    }

    private static Path home() {
        try {
            return Path.of(ReferenceLibrary.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(LIBRARY.find(name).orElseThrow(), descriptor);
    }
}
