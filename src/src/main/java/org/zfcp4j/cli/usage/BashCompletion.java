// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A script that teaches bash (3.2 or newer) to complete commands, options and their arguments. */
public final class BashCompletion {
    /** Readline takes "=" for a word of its own, so that {@code --name=value} arrives as three. */
    private static final String HEAD = """
            # SPDX-License-Identifier: GPL-2.0-only
            # bash completion for zfcp4j, made by "zfcp4j completion bash".
            _zfcp4j() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
                COMPREPLY=()
                if [[ $cur == = ]]; then
                    cur=
                elif [[ $prev == = ]]; then
                    prev=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    if [[ ${COMP_WORDS[i]} != -* && ${COMP_WORDS[i]} != = && ${COMP_WORDS[i-1]} != = ]]; then
                        command=${COMP_WORDS[i]}
                        break
                    fi
                done
                case $command in
            """;
    private static final String TAIL = """
                esac
            }

            # The words that begin with what is typed.
            _zfcp4j_words() {
                COMPREPLY=($(compgen -W "$1" -- "$cur"))
            }

            # Files, or with -d directories.
            _zfcp4j_files() {
                local IFS=$'\\n'
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen "$1" -- "$cur"))
            }

            complete -F _zfcp4j zfcp4j
            """;

    private BashCompletion() {
    }

    /** The script for these commands. */
    public static String of(List<CommandUsage> commands) {
        StringBuilder script = new StringBuilder(HEAD);
        String first = Stream.concat(commands.stream().map(CommandUsage::name), Stream.of("--help", "--version"))
                .collect(Collectors.joining(" "));
        script.append("    '')\n        _zfcp4j_words '").append(first).append("'\n        ;;\n");
        commands.forEach(command -> script.append(branch(command)));
        return script.append(TAIL).toString();
    }

    private static String branch(CommandUsage usage) {
        StringBuilder text = new StringBuilder("    " + usage.name() + ")\n        case $prev in\n");
        for (Option option : usage.options()) {
            if (!option.argument().isEmpty()) {
                text.append("        ").append(option.name()).append(") ").append(action(usage.valuesOf(option.argument()))).append(" ;;\n");
            }
        }
        String options = usage.options().stream().map(Option::name).collect(Collectors.joining(" "));
        text.append("        *)\n            if [[ $cur == -* ]]; then\n                _zfcp4j_words '").append(options)
                .append("'\n            else\n                ").append(action(usage.valuesOf(usage.operand())))
                .append("\n            fi\n            ;;\n        esac\n        ;;\n");
        return text.toString();
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "_zfcp4j_words '" + String.join(" ", values.words()) + "'";
            case FILES -> "_zfcp4j_files -f";
            case DIRECTORIES -> "_zfcp4j_files -d";
            case FREE -> ":";
        };
    }
}
