// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import joptsimple.OptionDescriptor;
import joptsimple.OptionParser;

/**
 * How a command is called. The options are those of its parser, which has to give each a text and, with
 * {@code describedAs}, a placeholder in upper case for its argument; {@code --help} is common to all commands and not among them.
 */
public final class CommandUsage {
    /** The option that each command has. {@link org.zfcp4j.cli.Main} answers it. */
    public static final Option HELP = new Option("--help", "", "print this help");

    private final String name;
    private final String summary;
    private final OptionParser parser;
    private final List<String> calls = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Values> values = new HashMap<>();

    /**
     * A command without calls, text or examples.
     *
     * @param name the word on the command line
     * @param summary what it does, in one line
     * @param parser knows its options and what other words are
     */
    public CommandUsage(String name, String summary, OptionParser parser) {
        this.name = name;
        this.summary = summary;
        this.parser = parser;
    }

    /** Adds a form of the call; {@code arguments} is what follows the name. */
    public CommandUsage call(String arguments) {
        calls.add(arguments.isEmpty() ? name : name + ' ' + arguments);
        return this;
    }

    /** Adds a paragraph. */
    public CommandUsage text(String paragraph) {
        paragraphs.add(paragraph);
        return this;
    }

    /** Adds a call that can be tried; {@code arguments} is what follows the name, {@code text} says what it shows. */
    public CommandUsage example(String arguments, String text) {
        examples.add(new Example(arguments.isEmpty() ? name : name + ' ' + arguments, text));
        return this;
    }

    /** Says which words a placeholder stands for in this command. */
    public CommandUsage values(String placeholder, List<String> words) {
        values.put(placeholder, Values.words(words));
        return this;
    }

    /** The word on the command line. */
    public String name() {
        return name;
    }

    /** What it does, in one line. */
    public String summary() {
        return summary;
    }

    /** Forms of the call, from the name on. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** What it does, in full. */
    public List<String> paragraphs() {
        return List.copyOf(paragraphs);
    }

    /** Calls that can be tried. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }

    /** Its options in the order of their declaration, {@link #HELP} last. */
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        parser.recognizedOptions().forEach((word, spec) -> {
            OptionDescriptor option = (OptionDescriptor) spec;
            if (!option.representsNonOptions()) {
                options.add(new Option("--" + word, option.acceptsArguments() ? option.argumentDescription() : "",
                        option.description()));
            }
        });
        options.add(HELP);
        return options;
    }

    /** What stands for the words that are no options; empty if there are none. */
    public String operand() {
        return parser.recognizedOptions().values().stream().map(OptionDescriptor.class::cast)
                .filter(OptionDescriptor::representsNonOptions).map(OptionDescriptor::argumentDescription).findFirst().orElse("");
    }

    /** What may stand in the place of a placeholder. */
    public Values valuesOf(String placeholder) {
        Values own = values.get(placeholder);
        return own != null ? own : Values.of(placeholder);
    }
}
