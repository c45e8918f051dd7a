// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.cli.usage.ManualPage;
import org.zfcp4j.cli.usage.UsageText;

/** {@code help}: the commands, one of them in full, or the page of the manual. */
final class HelpCommand implements Command {
    private static final String LINE = "  %-11s %s%n";

    private final OptionParser parser = new OptionParser();
    private final OptionSpec<Void> man = parser.accepts("man", "print all of it as a page of the manual: man -l takes it");
    private final OptionSpec<String> words = parser.nonOptions("the command").describedAs("COMMAND");
    private final CommandUsage usage = new CommandUsage("help", "the commands, or the help of one", parser).call("[COMMAND]").call("--man")
            .example("explore", "what explore takes").example("--man", "docs/zfcp4j.1");
    private final Supplier<List<CommandUsage>> all;

    /** @param names of all commands; @param all how they are called, this one included */
    HelpCommand(List<String> names, Supplier<List<CommandUsage>> all) {
        this.all = all;
        usage.values("COMMAND", names);
    }

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            OptionSet set = parser.parse(arguments.toArray(String[]::new));
            List<String> names = set.valuesOf(words);
            if (set.has(man) ? !names.isEmpty() : names.size() > 1) {
                throw new UsageException("one command, or --man, or nothing");
            }
            if (set.has(man)) {
                out.print(ManualPage.of(all.get()));
            } else if (names.isEmpty()) {
                list(all.get(), out);
            } else {
                out.println(UsageText.of(named(names.get(0)), Terminal.columns()));
            }
            return EXIT_OK;
        } catch (OptionException | UsageException e) {
            err.println("zfcp4j: help: " + e.getMessage());
            return EXIT_USAGE;
        }
    }

    private CommandUsage named(String name) throws UsageException {
        return all.get().stream().filter(command -> command.name().equals(name)).findFirst()
                .orElseThrow(() -> new UsageException("there is no command \"" + name + "\"; \"zfcp4j help\" lists them"));
    }

    /** The list of commands. */
    static void list(List<CommandUsage> commands, PrintStream to) {
        to.println("usage: zfcp4j [-Dname=value...] COMMAND [ARGUMENT...]");
        to.println("       zfcp4j --version");
        to.println();
        commands.forEach(command -> to.printf(LINE, command.name(), command.summary()));
        to.println();
        to.println("\"zfcp4j help COMMAND\" tells more, with examples. Begin with \"zfcp4j run\".");
        to.println("Exit status: 0 what was expected held, 1 it did not, 2 wrong call or input.");
    }
}
