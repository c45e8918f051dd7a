// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Changes the driver at random places, one at a time, and asks what the rig says: {@code Survey FIRST LAST FILE}. A line each: number, what became
 * of it, the place. Takes up to half a minute of a processor for each.
 */
public final class Survey {
    private static final int MOST_SECONDS = 240;

    private Survey() {
    }

    public static void main(String[] args) throws IOException {
        List<Site> sites = Sites.all();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])), true)) {
            LongStream.rangeClosed(Long.parseLong(args[0]), Long.parseLong(args[1])).parallel()
                    .forEach(number -> out.println(number + "|" + SurveyChange.site(sites, number) + "|" + fate(number)));
        }
    }

    private static String fate(long number) {
        try {
            Path out = Files.createTempFile("survey", ".txt");
            try {
                Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC", "-Xmx700m", "-cp", System.getProperty("java.class.path"), SurveyChange.class.getName(), Long.toString(number))
                        .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return "endless";
                }
                String last = Files.readString(out, StandardCharsets.UTF_8).lines().reduce("", (a, b) -> b);
                return process.exitValue() == 0 ? last : "died " + process.exitValue() + ' ' + last;
            } finally {
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
