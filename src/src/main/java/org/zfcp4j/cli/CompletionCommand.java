// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.BashCompletion;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.cli.usage.ZshCompletion;

/** {@code completion}: a script with which a shell completes commands, options and their arguments. */
final class CompletionCommand implements Command {
    private final OptionParser parser = new OptionParser();
    private final OptionSpec<String> words = parser.nonOptions("bash or zsh").describedAs("SHELL");
    private final CommandUsage usage = new CommandUsage("completion", "a completion script for bash or zsh", parser).call("SHELL")
            .text("Prints a script with which bash or zsh completes commands, options, scenarios, policies and files. In the shell, or in"
                    + " its startup file: source <(./zfcp4j completion bash).")
            .values("SHELL", List.of("bash", "zsh"))
            .example("bash", "the script for bash").example("zsh", "the script for zsh, where compinit has been run before");
    private final Supplier<List<CommandUsage>> all;

    CompletionCommand(Supplier<List<CommandUsage>> all) {
        this.all = all;
    }

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            List<String> shells = parser.parse(arguments.toArray(String[]::new)).valuesOf(words);
            switch (String.join(" ", shells)) {
                case "bash" -> out.print(BashCompletion.of(all.get()));
                case "zsh" -> out.print(ZshCompletion.of(all.get()));
                default -> throw new UsageException("name one shell, bash or zsh");
            }
            return EXIT_OK;
        } catch (OptionException | UsageException e) {
            err.println("zfcp4j: completion: " + e.getMessage());
            return EXIT_USAGE;
        }
    }
}
