// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.zfcp4j.layout.Geometry;

/** The command line of zfcp4j. */
public final class Main {
    private static final String LINE = "  %-9s %s%n";
    /** The command of another jar, which is named even where that is not on the class path. */
    private static final String BENCH = "bench";

    private Main() {
    }

    /** Runs a command and ends with its exit status. */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.out, System.err);
        System.out.flush();
        System.exit(status);
    }

    /** The same without the exit. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!hasGeometry(err)) {
            return Command.EXIT_USAGE;
        }
        List<Command> commands = commands();
        if (arguments.isEmpty()) {
            usage(commands, err);
            return Command.EXIT_USAGE;
        }
        String word = arguments.get(0);
        if (List.of("help", "--help", "-h").contains(word)) {
            usage(commands, out);
            return Command.EXIT_OK;
        }
        for (Command command : commands) {
            if (command.name().equals(word)) {
                return run(command, arguments.subList(1, arguments.size()), out, err);
            }
        }
        if (word.equals(BENCH)) {
            err.println("zfcp4j: bench is in benchmarks.jar: use ./zfcp4j bench");
            return Command.EXIT_USAGE;
        }
        err.println("zfcp4j: there is no command \"" + word + "\"; \"zfcp4j help\" lists them");
        return Command.EXIT_USAGE;
    }

    /** The geometry is a constant of its class, which cannot be used if the option is wrong. */
    private static boolean hasGeometry(PrintStream err) {
        try {
            return Geometry.CURRENT != null;
        } catch (ExceptionInInitializerError e) {
            err.println("zfcp4j: " + e.getCause().getMessage());
            return false;
        }
    }

    private static int run(Command command, List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return command.run(arguments, out, err);
        } catch (UnsatisfiedLinkError e) {
            err.println("zfcp4j: " + e.getMessage());
            return Command.EXIT_USAGE;
        }
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(new RunCommand(), new ExploreCommand(), new VectorsCommand(), new ParityCommand(), new DbfCommand(),
                new LayoutCommand()));
        ServiceLoader.load(Command.class).forEach(commands::add);
        return commands;
    }

    private static void usage(List<Command> commands, PrintStream to) {
        to.println("usage: zfcp4j [-Dname=value...] COMMAND [ARGUMENT...]");
        to.println();
        for (Command command : commands) {
            to.printf(LINE, command.name(), command.summary());
        }
        if (commands.stream().noneMatch(command -> command.name().equals(BENCH))) {
            to.printf(LINE, BENCH, "measure with JMH, and report; in benchmarks.jar, which ./zfcp4j builds and starts");
        }
        to.println();
        to.println("\"zfcp4j COMMAND --help\" tells more. Exit status: 0 what was expected held, 1 it did not, 2 wrong call or input.");
    }
}
