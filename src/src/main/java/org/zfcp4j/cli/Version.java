// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the program was built from, and what it runs on. The build writes the first. */
final class Version {
    private Version() {
    }

    /** Version and commit. */
    static String text() {
        Properties built = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            built.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "zfcp4j " + built.getProperty("version") + ", commit " + built.getProperty("commit");
    }

    static void print(PrintStream out) {
        out.println(text());
        out.println("JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), " + System.getProperty("os.name") + ' '
                + System.getProperty("os.arch"));
    }
}
