// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.c.layout.SourceFiles;
import org.zfcp4j.parity.c.layout.Types;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.prepass.Expander;
import org.zfcp4j.parity.c.prepass.Macro;
import org.zfcp4j.parity.c.prepass.MacroTable;
import org.zfcp4j.parity.c.prepass.Preprocessor;
import org.zfcp4j.parity.c.value.Evaluator;
import org.zfcp4j.parity.c.value.NotConstantException;
import org.zfcp4j.parity.c.value.Value;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.Place;

/** Macros and enumerators as facts, with their values. */
public final class ConstantReader {
    private final SourceFiles files;
    private final Types types;
    private final Map<String, Set<String>> usedIn;
    private final Map<String, ConstantFact> facts = new LinkedHashMap<>();

    /**
     * A reader.
     *
     * @param usedIn for each name, the files of the driver that it stands in
     */
    public ConstantReader(SourceFiles files, Types types, Map<String, Set<String>> usedIn) {
        this.files = files;
        this.types = types;
        this.usedIn = usedIn;
    }

    public Map<String, ConstantFact> facts() {
        return facts;
    }

    /** The macros and enumerators that a file defines. */
    public void addAll(String path, String group) {
        Preprocessor.Unit unit = files.preprocessor().units().get(path);
        MacroTable macros = files.preprocessor().macrosIn(unit);
        Iterable<Macro> own = path.endsWith(".c") ? unit.ownMacros() : macros.all();
        for (Macro macro : own) {
            if (macro.file().equals(path)) {
                add(macro, macros, group);
            }
        }
        types.enumerators().values().stream().filter(each -> each.place().file().equals(path))
                .forEach(each -> add(each, group));
    }

    /** The macro or enumerator of that name wherever it is defined, unless it is known already. */
    public void addNamed(String name, String group) {
        if (facts.containsKey(name)) {
            return;
        }
        Macro macro = files.preprocessor().macros().get(name);
        if (macro != null && macro.line() > 0) {
            add(macro, files.preprocessor().macros(), group);
        } else if (macro == null) {
            try {
                types.enumerator(name);
            } catch (NotConstantException e) {
                // it may be known all the same, without a value
            }
            Types.Enumerator enumerator = types.enumerators().get(name);
            if (enumerator != null) {
                add(enumerator, group);
            }
        }
    }

    private List<String> users(String name) {
        return List.copyOf(usedIn.getOrDefault(name, Set.of()));
    }

    private void add(Types.Enumerator enumerator, String group) {
        Value value = enumerator.value();
        facts.putIfAbsent(enumerator.name(), new ConstantFact(enumerator.name(), "enum", enumerator.place(),
                value == null ? null : value.toBigInteger(), null, value == null ? 0 : value.size(),
                value != null && value.signed(), enumerator.enumName(), enumerator.order(), 0, List.of(), group,
                users(enumerator.name())));
    }

    private void add(Macro macro, MacroTable macros, String group) {
        if (facts.containsKey(macro.name())) {
            return;
        }
        Place place = new Place(macro.file(), macro.line());
        List<String> depends = depends(macro, macros);
        String kind;
        Value value = null;
        String text = null;
        if (macro.functionLike()) {
            kind = "function-like macro";
        } else if (macro.body().isEmpty()) {
            kind = "empty macro";
        } else {
            List<Token> expanded = expanded(macro, macros);
            if (!expanded.isEmpty() && expanded.stream().allMatch(token -> token.kind() == Token.Kind.STRING)) {
                kind = "string macro";
                text = characters(expanded);
            } else {
                value = value(expanded);
                kind = value == null ? "non-constant macro" : "macro";
            }
        }
        int parameters = macro.functionLike() ? macro.parameters().size() : 0;
        facts.put(macro.name(), new ConstantFact(macro.name(), kind, place, value == null ? null : value.toBigInteger(), text,
                value == null ? 0 : value.size(), value != null && value.signed(), "", -1, parameters,
                value == null && text == null ? List.of() : depends, group, users(macro.name())));
    }

    private static List<Token> expanded(Macro macro, MacroTable macros) {
        try {
            return new Expander(macros).expand(macro.body());
        } catch (Expander.TooLargeException e) {
            return List.of();
        }
    }

    private Value value(List<Token> expanded) {
        try {
            return Evaluator.evaluate(expanded, types);
        } catch (NotConstantException e) {
            return null;
        }
    }

    private static String characters(List<Token> strings) {
        StringBuilder text = new StringBuilder();
        for (Token string : strings) {
            text.append(string.text(), 1, string.text().length() - 1);
        }
        return unescaped(text.toString());
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) >= '0' && text.charAt(i + 1) <= '7') {
                int value = 0;
                int digits = 0;
                while (digits < 3 && i + 1 < text.length() && text.charAt(i + 1) >= '0' && text.charAt(i + 1) <= '7') {
                    value = 8 * value + text.charAt(++i) - '0';
                    digits++;
                }
                out.append((char) value);
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private List<String> depends(Macro macro, MacroTable macros) {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : macro.body()) {
            if (token.isName() && (macros.isDefined(token.text()) || types.enumerators().containsKey(token.text()))) {
                names.add(token.text());
            }
        }
        return new ArrayList<>(names);
    }
}
