// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.c.lex.Lexer;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.c.source.SourceTree;

/**
 * Evaluates conditions, collects macros and follows includes, with the configuration of s390 that the driver needs. Each file is
 * read once, where it is included first. Macros of a {@code .c} file end with it; those of headers go on.
 */
public final class Preprocessor {
    private static final int MAX_INCLUDES = 150;
    /** Where headers are looked for, in this order. */
    private static final List<String> ROOTS = List.of("arch/s390/include/", "include/", "arch/s390/include/uapi/",
            "include/uapi/");
    /** What the compiler and the configuration define. */
    private static final List<String> PREDEFINED = List.of("__KERNEL__ 1", "__s390__ 1", "__s390x__ 1", "__LP64__ 1",
            "__BIG_ENDIAN 4321", "__BIG_ENDIAN_BITFIELD 1", "__BYTE_ORDER__ 4321", "__ORDER_BIG_ENDIAN__ 4321",
            "__ORDER_LITTLE_ENDIAN__ 1234", "__GNUC__ 12", "__GNUC_MINOR__ 2", "__STDC__ 1", "__STDC_VERSION__ 199901L",
            "__OPTIMIZE__ 1", "CONFIG_64BIT 1", "CONFIG_S390 1", "CONFIG_SMP 1", "CONFIG_MMU 1", "CONFIG_HZ 100",
            "CONFIG_HZ_100 1", "CONFIG_QDIO 1", "CONFIG_ZFCP 1", "CONFIG_SCSI 1", "CONFIG_CCW 1", "CONFIG_MODULES 1",
            "CONFIG_PRINTK 1", "CONFIG_BUG 1", "CONFIG_SYSFS 1", "CONFIG_NET 1", "CONFIG_BLOCK 1",
            "CONFIG_PGTABLE_LEVELS 5", "CONFIG_PAGE_SHIFT 12", "CONFIG_MARCH_Z196 1",
            "CONFIG_HAVE_MARCH_Z196_FEATURES 1", "CONFIG_ZONE_DMA 1");

    /**
     * A file after the pre-processor.
     *
     * @param path from the root of the tree
     * @param text its active lines; directives, comments and inactive lines are empty, so that lines keep their numbers
     * @param ownMacros what a {@code .c} file defines for itself
     */
    public record Unit(String path, String text, List<Macro> ownMacros) {
    }

    private final SourceTree tree;
    private final MacroTable macros = new MacroTable();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> resolved = new HashMap<>();
    private int includes;

    public Preprocessor(SourceTree tree) {
        this.tree = tree;
        for (String definition : PREDEFINED) {
            define(Lexer.tokens(definition), "", 0);
        }
    }

    /** The tree that is read. */
    public SourceTree tree() {
        return tree;
    }

    /** The macros that headers define. */
    public MacroTable macros() {
        return macros;
    }

    /** The files that were read, in the order of their first use. */
    public Map<String, Unit> units() {
        return units;
    }

    /** The macros that hold in a file: those of headers and its own. */
    public MacroTable macrosIn(Unit unit) {
        if (unit.ownMacros().isEmpty()) {
            return macros;
        }
        MacroTable all = macros.copy();
        unit.ownMacros().forEach(all::define);
        return all;
    }

    /** Reads a file and what it includes; the second time, it does nothing. */
    public void process(String path) throws BadTreeException {
        if (!seen.add(path)) {
            return;
        }
        String source = tree.read(path);
        includes++;
        FileRun run = new FileRun(path);
        new LineScanner(source, run).scan();
        includes--;
        if (run.failure != null) {
            throw run.failure;
        }
        List<Macro> own = new ArrayList<>();
        if (path.endsWith(".c")) {
            for (Macro macro : macros.all()) {
                if (macro.file().equals(path)) {
                    own.add(macro);
                }
            }
            own.forEach(macro -> macros.undefine(macro.name()));
            run.hidden.values().forEach(macros::define);
        }
        units.put(path, new Unit(path, run.text.toString(), List.copyOf(own)));
    }

    private void define(List<Token> tokens, String path, int line) {
        if (tokens.isEmpty() || !tokens.get(0).isName()) {
            return;
        }
        String name = tokens.get(0).text();
        List<String> parameters = null;
        boolean variadic = false;
        int body = 1;
        if (tokens.size() > 1 && tokens.get(1).is("(") && !tokens.get(1).spaced()) {
            parameters = new ArrayList<>();
            for (body = 2; body < tokens.size() && !tokens.get(body).is(")"); body++) {
                Token token = tokens.get(body);
                if (token.is("...")) {
                    variadic = true;
                    if (body == 2 || tokens.get(body - 1).is(",")) {
                        parameters.add("__VA_ARGS__");
                    }
                } else if (!token.is(",")) {
                    parameters.add(token.text());
                }
            }
            body++;
        }
        List<Token> rest = body >= tokens.size() ? List.of() : List.copyOf(tokens.subList(body, tokens.size()));
        macros.define(new Macro(name, parameters, variadic, rest, path, line));
    }

    /** The file that an include of {@code name} in {@code from} means; null if the tree lacks it. */
    private String resolve(String name, boolean quoted, String from) {
        if (quoted) {
            String beside = normalised(from.substring(0, from.lastIndexOf('/') + 1) + name);
            if (beside != null && tree.contains(beside)) {
                return beside;
            }
        }
        return resolved.computeIfAbsent(name, this::search);
    }

    private String search(String name) {
        for (String root : ROOTS) {
            if (normalised(root + name) != null && tree.contains(root + name)) {
                return root + name;
            }
        }
        return name.startsWith("asm/") ? search("asm-generic/" + name.substring("asm/".length())) : null;
    }

    /** The path without dots; null if it leaves the tree. */
    private static String normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** What happens with the lines of one file. */
    private final class FileRun implements LineScanner.Sink {
        private final String path;
        private final StringBuilder text = new StringBuilder();
        /** What a {@code .c} file defines anew and its end restores. */
        private final Map<String, Macro> hidden = new LinkedHashMap<>();
        /** For each open condition: did one of its branches hold already? */
        private final Deque<Boolean> taken = new ArrayDeque<>();
        /** How many open conditions do not hold, from the outermost such one on. */
        private int inactive;
        private BadTreeException failure;

        FileRun(String path) {
            this.path = path;
        }

        @Override
        public void text(String source, int start, int end) {
            if (inactive == 0) {
                text.append(source, start, end);
            }
        }

        @Override
        public void newLine() {
            text.append('\n');
        }

        @Override
        public void directive(String line, int number) {
            List<Token> tokens = Lexer.tokens(line);
            if (tokens.isEmpty() || failure != null) {
                return;
            }
            List<Token> rest = tokens.subList(1, tokens.size());
            switch (tokens.get(0).text()) {
                case "if" -> open(inactive == 0 && Condition.holds(rest, macros));
                case "ifdef" -> open(inactive == 0 && !rest.isEmpty() && macros.isDefined(rest.get(0).text()));
                case "ifndef" -> open(inactive == 0 && !rest.isEmpty() && !macros.isDefined(rest.get(0).text()));
                case "elif" -> otherwise(rest);
                case "else" -> otherwise(null);
                case "endif" -> close();
                default -> {
                    if (inactive == 0) {
                        active(tokens.get(0).text(), rest, line, number);
                    }
                }
            }
        }

        private void open(boolean holds) {
            taken.push(holds);
            if (inactive > 0 || !holds) {
                inactive++;
            }
        }

        private void otherwise(List<Token> condition) {
            if (taken.isEmpty() || inactive > 1) {
                return;
            }
            boolean before = taken.pop();
            inactive = before ? 1 : 0;
            if (inactive == 0 && condition != null && !Condition.holds(condition, macros)) {
                inactive = 1;
            }
            taken.push(before || inactive == 0);
        }

        private void close() {
            if (!taken.isEmpty()) {
                taken.pop();
                inactive = Math.max(0, inactive - 1);
            }
        }

        private void active(String name, List<Token> rest, String line, int number) {
            switch (name) {
                case "define" -> {
                    Macro old = rest.isEmpty() ? null : macros.get(rest.get(0).text());
                    if (old != null && !old.file().equals(path) && path.endsWith(".c")) {
                        hidden.putIfAbsent(old.name(), old);
                    }
                    define(rest.stream().map(token -> token.at(number)).toList(), path, number);
                }
                case "undef" -> {
                    if (!rest.isEmpty()) {
                        macros.undefine(rest.get(0).text());
                    }
                }
                case "include", "include_next" -> include(rest, line);
                default -> {
                    // pragma, error, warning, line: nothing of the driver depends on them
                }
            }
        }

        private void include(List<Token> rest, String line) {
            if (rest.isEmpty() || includes > MAX_INCLUDES) {
                return;
            }
            boolean quoted = rest.get(0).kind() == Token.Kind.STRING;
            int start = line.indexOf(quoted ? '"' : '<');
            int end = line.indexOf(quoted ? '"' : '>', start + 1);
            if (start < 0 || end <= start + 1) {
                return;
            }
            String file = resolve(line.substring(start + 1, end), quoted, path);
            if (file != null) {
                try {
                    process(file);
                } catch (BadTreeException e) {
                    failure = e;
                }
            }
        }
    }
}
