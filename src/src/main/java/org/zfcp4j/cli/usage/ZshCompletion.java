// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.List;

/** A script that teaches zsh to complete commands, options and their arguments, with their texts. */
public final class ZshCompletion {
    private static final String HEAD = """
            #compdef zfcp4j
            # SPDX-License-Identifier: GPL-2.0-only
            # zsh completion for zfcp4j, made by "zfcp4j completion zsh": to be sourced, or a file _zfcp4j in a folder of fpath.
            _zfcp4j() {
                local curcontext=$curcontext state line
                local -a commands
                commands=(
            """;
    private static final String MIDDLE = """
                )
                _arguments -C '(- *)--help[list the commands]' '(- *)--version[print version, commit and JDK]' \\
                    '1:command:->command' '*::argument:->argument'
                case $state in
                command)
                    _describe command commands
                    ;;
                argument)
                    case $line[1] in
            """;
    /** The file is the function itself where zsh loads it from fpath. */
    private static final String TAIL = """
                    esac
                    ;;
                esac
            }

            if [[ $funcstack[1] == _zfcp4j ]]; then
                _zfcp4j "$@"
            else
                compdef _zfcp4j zfcp4j
            fi
            """;

    private ZshCompletion() {
    }

    /** The script for these commands. */
    public static String of(List<CommandUsage> commands) {
        StringBuilder script = new StringBuilder(HEAD);
        commands.forEach(command -> script.append("        ").append(quoted(command.name() + ':' + command.summary())).append('\n'));
        script.append(MIDDLE);
        commands.forEach(command -> script.append(branch(command)));
        return script.append(TAIL).toString();
    }

    private static String branch(CommandUsage usage) {
        StringBuilder text = new StringBuilder("        " + usage.name() + ")\n            _arguments");
        for (Option option : usage.options()) {
            String spec = option.name() + (option.argument().isEmpty() ? "" : "=") + '[' + escaped(option.text()) + ']';
            if (!option.argument().isEmpty()) {
                spec += ':' + option.argument() + ':' + action(usage.valuesOf(option.argument()));
            }
            text.append(" \\\n                ").append(quoted(spec));
        }
        String operand = usage.operand();
        if (!operand.isEmpty()) {
            text.append(" \\\n                ").append(quoted("*:" + operand + ':' + action(usage.valuesOf(operand))));
        }
        return text.append("\n            ;;\n").toString();
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> '(' + String.join(" ", values.words()) + ')';
            case FILES -> "_files";
            case DIRECTORIES -> "_files -/";
            case FREE -> " ";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "'\\''") + '\'';
    }
}
