// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.cli.usage.UsageText;
import org.zfcp4j.kernel.real.SpinLocks;
import org.zfcp4j.layout.Geometry;

/** The command line of zfcp4j. */
public final class Main {
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
        if (!hasConstants(err)) {
            return Command.EXIT_USAGE;
        }
        List<Command> commands = commands();
        if (arguments.isEmpty()) {
            HelpCommand.list(usages(commands), err);
            return Command.EXIT_USAGE;
        }
        String word = arguments.get(0);
        if (asksForHelp(List.of(word))) {
            HelpCommand.list(usages(commands), out);
            return Command.EXIT_OK;
        }
        if (word.equals("--version")) {
            Version.print(out);
            return Command.EXIT_OK;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        if (ChangedMain.isMeant(rest)) {
            return ChangedMain.run(arguments, out, err);
        }
        for (Command command : commands) {
            if (command.usage().name().equals(word)) {
                return run(command, rest, out, err);
            }
        }
        if (word.equals(BenchUsage.USAGE.name())) {
            return bench(rest, out, err);
        }
        err.println("zfcp4j: there is no command \"" + word + "\"; \"zfcp4j help\" lists them");
        return Command.EXIT_USAGE;
    }

    /** The geometry and the kind of locks are constants of their classes, which cannot be used if an option is wrong. */
    private static boolean hasConstants(PrintStream err) {
        try {
            return Geometry.CURRENT != null && SpinLocks.CURRENT != null;
        } catch (ExceptionInInitializerError e) {
            err.println("zfcp4j: " + e.getCause().getMessage());
            return false;
        }
    }

    private static int run(Command command, List<String> arguments, PrintStream out, PrintStream err) {
        if (asksForHelp(arguments)) {
            out.println(UsageText.of(command.usage(), Terminal.columns()));
            return Command.EXIT_OK;
        }
        try {
            return command.run(arguments, out, err);
        } catch (UnsatisfiedLinkError e) {
            err.println("zfcp4j: " + e.getMessage());
            return Command.EXIT_USAGE;
        }
    }

    private static boolean asksForHelp(List<String> arguments) {
        return arguments.contains(CommandUsage.HELP.name()) || arguments.contains("-h");
    }

    /** Its jar is not on the class path. */
    private static int bench(List<String> arguments, PrintStream out, PrintStream err) {
        if (asksForHelp(arguments)) {
            out.println(UsageText.of(BenchUsage.USAGE, Terminal.columns()));
            return Command.EXIT_OK;
        }
        err.println("zfcp4j: bench is in benchmarks.jar: use ./zfcp4j bench");
        return Command.EXIT_USAGE;
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(new RunCommand(), new ExploreCommand(), new VectorsCommand(), new ParityCommand(),
                new DbfCommand(), new LayoutCommand(), new MergeCommand()));
        ServiceLoader.load(Command.class).forEach(commands::add);
        commands.add(new CompletionCommand(() -> usages(commands)));
        commands.add(new HelpCommand(usages(commands).stream().map(CommandUsage::name).toList(), () -> usages(commands)));
        return commands;
    }

    /** How all commands are called. */
    static List<CommandUsage> usages() {
        return usages(commands());
    }

    /** With the one that may be in another jar. */
    private static List<CommandUsage> usages(List<Command> commands) {
        Stream<CommandUsage> bench = commands.stream().noneMatch(command -> command.usage().name().equals(BenchUsage.USAGE.name()))
                ? Stream.of(BenchUsage.USAGE) : Stream.of();
        return Stream.concat(commands.stream().map(Command::usage), bench).toList();
    }
}
