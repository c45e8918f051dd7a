// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A problem with a file, as text. */
public final class FileProblem {
    private FileProblem() {
    }

    /** One line that names the file and the reason. */
    public static String of(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException ignored -> file + " does not exist";
            case AccessDeniedException ignored -> "no permission for " + file;
            case MalformedInputException ignored -> file + " is no text";
            default -> file + ": " + e.getMessage();
        };
    }
}
