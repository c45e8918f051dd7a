// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.bindings;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calls by JNI ({@code native/jni/shim.c}); the function to call is the first argument, as an address. */
final class JniCalls {
    /** Names the library file. */
    private static final String PROPERTY = "zfcp4j.jni";

    static {
        System.load(file().toString());
    }

    private JniCalls() {
    }

    /** Like the C reference, it lies in the folder {@code native} beside the jar. */
    private static Path file() {
        String named = System.getProperty(PROPERTY);
        Path file = named != null ? Path.of(named) : home().resolve("native").resolve(System.mapLibraryName("zfcpjni"));
        if (!Files.exists(file)) {
            throw new UnsatisfiedLinkError("no JNI shim at " + file + ": build it with make jni in native/, and name it with -D"
                    + PROPERTY + "=FILE");
        }
        return file.toAbsolutePath();
    }

    private static Path home() {
        try {
            return Path.of(JniCalls.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static native int version(long function);

    static native int siga(long function, long channel, int subchannel, int siga, int outputMask, int inputMask);
}
