// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that has ended, and all that it said. */
record ShellRun(int status, String out) {
    private static final int MOST_SECONDS = 120;

    /** A command of sh. */
    static ShellRun of(String command) throws IOException, InterruptedException {
        return of(List.of("sh", "-c", command));
    }

    static ShellRun of(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null")).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " does not end");
        }
        return new ShellRun(process.exitValue(), out);
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
