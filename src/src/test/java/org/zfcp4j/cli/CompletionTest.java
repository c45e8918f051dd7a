// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.cli.usage.Option;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** What bash and zsh complete with the scripts of {@code zfcp4j completion}. */
class CompletionTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws Exception {
        for (String shell : List.of("bash", "zsh")) {
            Files.writeString(directory.resolve("_zfcp4j." + shell), CommandRun.of("completion", shell).out());
        }
        Files.writeString(directory.resolve("result one.json"), "");
        Files.createDirectory(directory.resolve("results"));
    }

    /** The words that bash offers, as readline splits the line; the last word is the one that is typed. */
    private Set<String> bash(String... words) throws Exception {
        Assumptions.assumeTrue(ShellRun.isInstalled("bash"), "bash is not installed");
        String array = Stream.of(words).map(word -> '\'' + word + '\'').collect(Collectors.joining(" "));
        ShellRun run = ShellRun.of(List.of("bash", "--norc", "-c", "cd " + directory + " && . ./_zfcp4j.bash && COMP_WORDS=(zfcp4j " + array + ") && COMP_CWORD="
                + words.length + " && _zfcp4j; printf '%s\\n' \"${COMPREPLY[@]}\""));
        assertEquals(0, run.status(), run.out());
        return run.out().lines().filter(line -> !line.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bashOffersAllCommands() throws Exception {
        Set<String> commands = new TreeSet<>(Commands.names());
        commands.addAll(List.of("--help", "--version"));
        assertEquals(commands, bash(""));
        assertEquals(Set.of("explore"), bash("ex"));
        assertEquals(Set.of("explore"), bash("-Dzfcp4j.geometry", "=", "stride=64", "ex"));
    }

    @Test
    void bashOffersAllOptionsOfEachCommand() throws Exception {
        for (CommandUsage usage : Commands.all()) {
            assertEquals(usage.options().stream().map(Option::name).collect(Collectors.toSet()), bash(usage.name(), "--"), usage.name());
        }
    }

    @Test
    void bashOffersWhatAnArgumentMayBe() throws Exception {
        Set<String> policies = RefillPolicies.all().stream().map(RefillPolicy::policyName).collect(Collectors.toSet());
        Set<String> scenarios = Scenarios.all().stream().map(Scenario::name).collect(Collectors.toSet());
        assertEquals(policies, bash("run", "--refill", ""));
        assertEquals(policies, bash("explore", "refill-race", "--refill", "="));
        assertEquals(Set.of("cancel-at-close"), bash("explore", "--refill", "=", "ca"));
        assertEquals(scenarios, bash("run", ""));
        assertEquals(scenarios, bash("run", "--refill", "add-unless", ""));
        assertEquals(scenarios, bash("explore", ""));
        assertEquals(Set.of("5.10", "7.1"), bash("run", "--level", ""));
        assertEquals(Set.of("fsf_qtcb", "fsf_qtcb_bottom", "fsf_qtcb_bottom_config", "fsf_qtcb_bottom_io", "fsf_qtcb_bottom_port", "fsf_qtcb_bottom_support",
                "fsf_qtcb_header", "fsf_qtcb_prefix"), bash("layout", "fsf_qtcb"));
        Set<String> others = bash("help", "");
        assertTrue(others.containsAll(List.of("run", "parity", "bench", "completion")), others::toString);
        assertEquals(Set.of(), bash("run", "--seed", ""));
    }

    @Test
    void bashOffersFilesAndDirectories() throws Exception {
        assertEquals(Set.of("result one.json", "results"), bash("run", "--json", "res"));
        assertEquals(Set.of("results"), bash("run", "--dbf", "res"));
        assertEquals(Set.of("result one.json", "results"), bash("vectors", "res"));
    }

    /** Types a line into an interactive zsh, with tabs, and returns what the command got. */
    private String zsh(String typed) throws Exception {
        Assumptions.assumeTrue(ShellRun.isInstalled("zsh"), "zsh is not installed");
        Path got = directory.resolve("got");
        Files.deleteIfExists(got);
        Path script = Files.writeString(directory.resolve("type.zsh"), """
                zmodload zsh/zpty
                cd %s
                zpty shell 'TERM=dumb zsh -f -i'
                zpty -w shell "PS1=; unsetopt beep; autoload -Uz compinit; compinit -u -D; source ./_zfcp4j.zsh"
                zpty -w shell 'zfcp4j() { print -r -- "$@" >got.new; mv got.new got }; print rea""dy'
                zpty -r -m shell out '*ready*'
                zpty -w shell %s
                for ((i = 0; i < 600; i++)); do
                    [[ -e got ]] && exit
                    sleep 0.1
                done
                """.formatted(directory, "$'" + typed + "'"));
        ShellRun run = ShellRun.of(List.of("zsh", "-f", script.toString()));
        assertTrue(Files.exists(got), () -> "nothing was run: " + run.out());
        return Files.readString(got).strip();
    }

    @Test
    void zshCompletesCommandsOptionsAndArguments() throws Exception {
        assertEquals("explore refill-race --refill=cancel-at-close --strategy=pct",
                zsh("zfcp4j exp\\trefill-ra\\t--ref\\tcan\\t --strat\\tpc\\t"));
        assertEquals("run kitchen-sink --json=result one.json", zsh("zfcp4j ru\\tkit\\t--js\\tresult\\\\ \\t"));
    }

    @Test
    void onlyTheseShellsAreKnown() {
        for (String words : List.of("completion", "completion fish", "completion bash zsh")) {
            CommandRun run = CommandRun.of(words.split(" "));
            assertEquals(Command.EXIT_USAGE, run.status());
            assertEquals("zfcp4j: completion: name one shell, bash or zsh\n", run.err());
        }
    }
}
