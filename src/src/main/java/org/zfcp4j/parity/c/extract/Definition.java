// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zfcp4j.parity.c.parse.Parsed;
import org.zfcp4j.parity.c.parse.Syntax;
import org.zfcp4j.parity.facts.Place;

/** A function's definition: what stands before its body, and the body. */
public final class Definition {
    private static final Set<String> STORAGE = Set.of("static", "inline", "extern");

    private final Parsed parsed;
    private final Syntax node;
    private final String file;
    private final String generatedBy;
    private final Syntax declarator;
    private final Syntax name;
    private final List<String> parameterNames = new ArrayList<>();
    private final List<String> parameterTypes = new ArrayList<>();

    private Definition(Parsed parsed, Syntax node, String file, String generatedBy, Syntax declarator) {
        this.parsed = parsed;
        this.node = node;
        this.file = file;
        this.generatedBy = generatedBy;
        this.declarator = declarator;
        this.name = declarator.child("declarator");
        for (Syntax parameter : declarator.child("parameters").children()) {
            if (parameter.is("parameter_declaration")) {
                parameter(parameter);
            }
        }
    }

    /** The functions that a parsed text defines; {@code generatedBy} is the macro that makes them, or empty. */
    public static List<Definition> of(Parsed parsed, String file, String generatedBy) {
        List<Definition> definitions = new ArrayList<>();
        find(parsed, parsed.root(), file, generatedBy, definitions);
        return definitions;
    }

    private static void find(Parsed parsed, Syntax node, String file, String generatedBy, List<Definition> definitions) {
        if (node.is("function_definition")) {
            Syntax declarator = node.child("declarator");
            while (declarator != null && !declarator.is("function_declarator")) {
                declarator = declarator.child("declarator");
            }
            if (declarator != null && declarator.child("declarator").is("identifier")) {
                definitions.add(new Definition(parsed, node, file, generatedBy, declarator));
            }
            return;
        }
        node.children().forEach(child -> find(parsed, child, file, generatedBy, definitions));
    }

    private void parameter(Syntax parameter) {
        Syntax at = parameter.child("declarator");
        while (at != null && !at.is("identifier")) {
            Syntax inner = at.child("declarator");
            at = inner != null ? inner : at.namedChildren().stream()
                    .filter(child -> child.type().endsWith("declarator") || child.is("identifier")).findFirst().orElse(null);
        }
        String text = text(parameter);
        if (at == null) {
            if (!text.equals("void")) {
                parameterNames.add("");
                parameterTypes.add(text);
            }
            return;
        }
        parameterNames.add(text(at));
        String before = parsed.prepared().source(parameter.start(), at.start());
        String after = parsed.prepared().source(at.end(), parameter.end());
        parameterTypes.add((before + after).strip());
    }

    private String text(Syntax of) {
        return parsed.prepared().source(of.start(), of.end());
    }

    public Parsed parsed() {
        return parsed;
    }

    public Syntax body() {
        return node.child("body");
    }

    public String name() {
        return text(name);
    }

    public String generatedBy() {
        return generatedBy;
    }

    /** The line of the first token. */
    public Place place() {
        return new Place(file, parsed.prepared().line(node.start()));
    }

    public int nameLine() {
        return parsed.prepared().line(name.start());
    }

    public int endLine() {
        return parsed.prepared().line(node.end() - 1);
    }

    private Set<String> storage() {
        return node.childrenOf("storage_class_specifier").stream().map(this::text).collect(Collectors.toSet());
    }

    public boolean isStatic() {
        return storage().contains("static");
    }

    public boolean inline() {
        return storage().contains("inline");
    }

    /** What stands before the name, without the linkage. */
    public String returnType() {
        return parsed.prepared().tokens(node.start(), name.start()).stream().filter(token -> !STORAGE.contains(token.text()))
                .map(parsed.prepared()::original).collect(Collectors.joining(" "));
    }

    public List<String> parameterNames() {
        return parameterNames;
    }

    public List<String> parameterTypes() {
        return parameterTypes;
    }
}
