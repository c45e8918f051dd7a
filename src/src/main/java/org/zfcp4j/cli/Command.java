// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.List;
import org.zfcp4j.cli.usage.CommandUsage;

/**
 * A command of the command line. {@link Main} knows its own ones and finds those of other jars on the class path, such as
 * {@code bench}, with {@link java.util.ServiceLoader}.
 */
public interface Command {
    /** What was expected held. */
    int EXIT_OK = 0;

    /** What was expected did not hold. */
    int EXIT_FAILED = 1;

    /** The call or its input was wrong; one line on standard error says how. */
    int EXIT_USAGE = 2;

    /** How it is called. */
    CommandUsage usage();

    /**
     * Runs the command.
     *
     * @param arguments what follows the name; {@code --help} is not among them
     * @param out what was asked for
     * @param err progress and error messages
     * @return the exit status
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
