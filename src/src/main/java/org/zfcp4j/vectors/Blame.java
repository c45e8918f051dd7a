// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

/** Distinguishes an exception of the port from one of the replay, which a nonsensical recording can cause. */
public final class Blame {
    private static final String PROJECT = "org.zfcp4j.";
    /** Memory accessors throw on behalf of their caller. */
    private static final String ACCESSORS = "org.zfcp4j.layout.";
    private static final String REPLAY = "org.zfcp4j.vectors.";

    private Blame() {
    }

    /** True if the exception comes out of code of the replay, or of a library that it called. */
    public static boolean isReplay(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith(PROJECT) && !name.startsWith(ACCESSORS)) {
                return name.startsWith(REPLAY);
            }
        }
        return false;
    }

    /** The exception in one line. */
    public static String describe(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
