// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.parse.Parsed;
import org.zfcp4j.parity.c.parse.Syntax;
import org.zfcp4j.parity.c.prepass.Expander;
import org.zfcp4j.parity.c.prepass.Grammatical;
import org.zfcp4j.parity.c.prepass.MacroTable;
import org.zfcp4j.parity.c.prepass.Preprocessor;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.c.value.Evaluator;
import org.zfcp4j.parity.c.value.Names;
import org.zfcp4j.parity.c.value.NotConstantException;
import org.zfcp4j.parity.c.value.Value;
import org.zfcp4j.parity.facts.Place;

/**
 * Structures, enumerations and type definitions of the parsed files. A file that defines a name which is wanted is parsed when the
 * name is first asked for.
 */
public final class Types implements Names {
    private static final int MAX_DEPTH = 60;
    private static final int POINTER = 8;
    private static final Set<String> BASE_WORDS = Set.of("unsigned", "signed", "int", "long", "short", "char", "void", "_Bool",
            "bool", "__signed__", "__int128");
    private static final Set<String> QUALIFIERS = Set.of("const", "volatile", "extern", "static", "register", "__restrict");

    /**
     * An enumerator.
     *
     * @param enumName the tag of its enumeration; empty if it has none
     * @param order its number in the enumeration, from 0
     */
    public record Enumerator(String name, String enumName, int order, Place place, Value value) {
    }

    private final SourceFiles files;
    private final Map<String, Declared> aggregates = new LinkedHashMap<>();
    private final Map<String, Declared> typedefs = new HashMap<>();
    private final Map<String, Enumerator> enumerators = new LinkedHashMap<>();
    private final Map<Syntax, CType> computed = new HashMap<>();
    private final Map<String, CType> typedefTypes = new HashMap<>();
    private final Set<String> collected = new HashSet<>();
    private final Set<String> searched = new HashSet<>();
    /** Type definitions whose types are being found; one that needs itself has none. */
    private final Set<String> resolving = new HashSet<>();
    private int depth;

    public Types(SourceFiles files) {
        this.files = files;
    }

    /** Takes in what a file defines. */
    public void collect(String path) throws BadTreeException {
        if (collected.add(path)) {
            Parsed parsed = files.parsed(path);
            collect(new Declared(path, parsed, parsed.root()));
        }
    }

    /** The enumerators of the files that were taken in, in the order of their definitions. */
    public Map<String, Enumerator> enumerators() {
        return enumerators;
    }

    /** The structures and unions with a tag that a file defines, and those that have their name from a type definition. */
    Map<String, Declared> aggregates() {
        return aggregates;
    }

    private void collect(Declared declared) {
        Syntax node = declared.node();
        for (Syntax child : node.children()) {
            if (child.named()) {
                collect(declared.at(child));
            }
        }
        Syntax body = node.child("body");
        if (body == null && !node.is("type_definition")) {
            return;
        }
        if (node.is("struct_specifier") || node.is("union_specifier")) {
            Syntax name = node.child("name");
            if (name != null) {
                aggregates.putIfAbsent(keyword(node) + " " + declared.at(name).source(), declared);
            }
        } else if (node.is("enum_specifier")) {
            enumerators(declared);
        } else if (node.is("type_definition")) {
            for (Syntax child : node.children()) {
                if ("declarator".equals(child.field())) {
                    String name = declared.at(innermost(child)).source();
                    typedefs.putIfAbsent(name, declared);
                    Syntax type = node.child("type");
                    if (type.child("body") != null && type.child("name") == null && !type.is("enum_specifier")) {
                        aggregates.putIfAbsent("typedef " + name, declared.at(type));
                    }
                }
            }
        }
    }

    private static String keyword(Syntax node) {
        return node.is("union_specifier") ? "union" : "struct";
    }

    private static Syntax innermost(Syntax declarator) {
        Syntax at = declarator;
        while (true) {
            Syntax inner = at.child("declarator");
            if (inner == null) {
                inner = at.is("parenthesized_declarator") || at.is("pointer_declarator") || at.is("attributed_declarator")
                        ? at.namedChildren().stream().filter(c -> c.type().endsWith("declarator")
                                || c.type().endsWith("identifier")).findFirst().orElse(null)
                        : null;
            }
            if (inner == null) {
                return at;
            }
            at = inner;
        }
    }

    private void enumerators(Declared declared) {
        Syntax tag = declared.node().child("name");
        String enumName = tag == null ? "" : declared.at(tag).source();
        int order = 0;
        Value next = Value.ZERO;
        for (Syntax child : declared.node().child("body").children()) {
            if (!child.is("enumerator")) {
                continue;
            }
            Syntax value = child.child("value");
            if (value != null) {
                try {
                    next = enumValue(value(declared.at(value)).bits());
                } catch (NotConstantException e) {
                    next = null;
                }
            }
            String name = declared.at(child.child("name")).source();
            enumerators.putIfAbsent(name, new Enumerator(name, enumName, order++, declared.at(child).place(), next));
            next = next == null ? null : enumValue(next.bits() + 1);
        }
    }

    /** What fits has the type int; an enumeration with larger values is unsigned, as wide as they need. */
    private static Value enumValue(long value) {
        return value == (int) value ? Value.ofInt(value)
                : value >>> Integer.SIZE == 0 ? Value.of(value, Integer.BYTES, false) : Value.of(value, Long.BYTES, true);
    }

    private Value value(Declared expression) throws NotConstantException {
        MacroTable macros = macros(expression.file());
        try {
            return Evaluator.evaluate(new Expander(macros)
                    .expand(expression.text().tokens(expression.node().start(), expression.node().end())), this);
        } catch (Expander.TooLargeException e) {
            throw new NotConstantException(e.getMessage());
        }
    }

    private MacroTable macros(String file) {
        Preprocessor.Unit unit = files.preprocessor().units().get(file);
        return unit == null ? files.preprocessor().macros() : files.preprocessor().macrosIn(unit);
    }

    // --- names that an expression refers to ---

    @Override
    public Value enumerator(String name) throws NotConstantException {
        Enumerator found = enumerators.get(name);
        if (found == null) {
            search(name, "");
            found = enumerators.get(name);
        }
        if (found == null || found.value() == null) {
            throw new NotConstantException("unknown " + name);
        }
        return found.value();
    }

    @Override
    public TypeShape type(List<Token> tokens) throws NotConstantException {
        CType type = typeOf(tokens);
        return type == null ? null
                : new TypeShape(complete(type).size(), type instanceof CType.Scalar scalar && scalar.signed(),
                        type instanceof CType.Scalar);
    }

    private static CType complete(CType type) throws NotConstantException {
        if (!CType.known(type)) {
            throw new NotConstantException("size of " + type.name());
        }
        return type;
    }

    /** The type that tokens name, null if they name none. */
    private CType typeOf(List<Token> tokens) {
        if (tokens.isEmpty() || !tokens.get(0).isName()) {
            return null;
        }
        int bracket = tokens.size() > 3 && tokens.getLast().is("]") ? tokens.size() - 3 : -1;
        if (bracket > 0 && tokens.get(bracket).is("[") && tokens.get(bracket + 1).kind() == Token.Kind.NUMBER) {
            CType element = typeOf(tokens.subList(0, bracket));
            return element == null ? null : new CType.Array(element, Integer.parseInt(tokens.get(bracket + 1).text()));
        }
        List<Token> words = new ArrayList<>(tokens);
        boolean pointer = words.removeIf(token -> token.is("*"));
        words.removeIf(token -> QUALIFIERS.contains(token.text()) || token.is("__force") || token.is("__user"));
        CType base = null;
        if (words.size() == 2 && (words.get(0).is("struct") || words.get(0).is("union"))) {
            base = aggregate(words.get(0).text(), words.get(1).text());
        } else if (words.size() == 2 && words.get(0).is("enum")) {
            base = new CType.Scalar("enum", "enum " + words.get(1).text(), 4, false);
        } else if (!words.isEmpty() && words.stream().allMatch(token -> BASE_WORDS.contains(token.text()))) {
            base = base(words.stream().map(Token::text).toList());
        } else if (words.size() == 1) {
            base = typedef(words.get(0).text());
        }
        return base == null || !pointer ? base : new CType.Scalar("pointer", "pointer to " + base.name(), POINTER, false);
    }

    @Override
    public long sizeOfMember(List<Token> type, List<Token> member) throws NotConstantException {
        return complete(member(type, member).type()).size();
    }

    @Override
    public long offsetOfMember(List<Token> type, List<Token> member) throws NotConstantException {
        return member(type, member).bitOffset() / 8;
    }

    private CType.Member member(List<Token> type, List<Token> path) throws NotConstantException {
        CType at = typeOf(type);
        int offset = 0;
        CType.Member member = null;
        for (Token token : path) {
            if (token.isName()) {
                member = at instanceof CType.Aggregate aggregate ? find(aggregate, token.text(), 0) : null;
                if (member == null) {
                    throw new NotConstantException("no member " + token.text());
                }
                offset += member.bitOffset();
                at = member.type();
            } else if (!token.is(".")) {
                throw new NotConstantException("member " + token.text());
            }
        }
        if (member == null) {
            throw new NotConstantException("no member");
        }
        return new CType.Member(member.name(), member.type(), offset, member.bitSize());
    }

    private static CType.Member find(CType.Aggregate aggregate, String name, int offset) {
        for (CType.Member member : aggregate.members()) {
            if (member.name().equals(name)) {
                return new CType.Member(name, member.type(), offset + member.bitOffset(), member.bitSize());
            }
            if (member.name().isEmpty() && member.type() instanceof CType.Aggregate inner) {
                CType.Member found = find(inner, name, offset + member.bitOffset());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Takes in the files that may define a name: those with the text {@code prefix + name}. */
    private void search(String name, String prefix) {
        if (!searched.add(prefix + name) || depth > MAX_DEPTH) {
            return;
        }
        for (Preprocessor.Unit unit : files.preprocessor().units().values()) {
            if (!collected.contains(unit.path()) && defines(unit, name, prefix)) {
                try {
                    collect(unit.path());
                } catch (BadTreeException e) {
                    // a header that nests too deep defines nothing that is wanted
                    collected.add(unit.path());
                }
            }
        }
    }

    private boolean defines(Preprocessor.Unit unit, String name, String prefix) {
        int at = unit.text().indexOf(name);
        if (at < 0) {
            return false;
        }
        List<Token> tokens = files.tokens(unit.path());
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is(name)) {
                continue;
            }
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : tokens.get(i);
            boolean found = switch (prefix) {
                case "struct ", "union " -> next.is("{") || next.is(")") && i + 2 < tokens.size() && tokens.get(i + 2).is("{");
                case "typedef " -> next.is(";") || next.is(",") || next.is("[") || next.is(")");
                default -> next.is(",") || next.is("=") || next.is("}");
            };
            if (found && (!prefix.equals("typedef ") || hasTypedef(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTypedef(List<Token> tokens, int at) {
        int braces = 0;
        for (int i = at - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is("}")) {
                braces++;
            } else if (token.is("{") && braces-- == 0) {
                return false;
            } else if (braces == 0 && token.is("typedef")) {
                return true;
            } else if (braces == 0 && token.is(";")) {
                return false;
            }
        }
        return false;
    }

    // --- types ---

    CType aggregate(String keyword, String tag) {
        String key = keyword + " " + tag;
        if (!aggregates.containsKey(key)) {
            search(tag, keyword + " ");
        }
        Declared declared = aggregates.get(key);
        return declared == null ? new CType.Unknown(key) : aggregate(declared);
    }

    /** The layout of a structure or union with a body. */
    CType aggregate(Declared declared) {
        CType done = computed.get(declared.node());
        if (done != null) {
            return done;
        }
        Syntax node = declared.node();
        Syntax tag = node.child("name");
        String tagName = tag == null ? "" : declared.at(tag).source();
        String name = keyword(node) + " " + (tag == null ? "(anonymous)" : tagName);
        // A structure that contains itself is none of C's; the depth ends what would not.
        if (++depth > MAX_DEPTH) {
            depth--;
            return new CType.Unknown(name);
        }
        Attributes own = Attributes.of(declared, this::attributeValue);
        Placement placement = new Placement(node.is("union_specifier"), own.packed());
        for (Syntax field : node.child("body").children()) {
            if (field.is("field_declaration")) {
                field(declared.at(field), placement);
            }
        }
        CType.Aggregate aggregate = placement.done(name, tagName, own.align());
        depth--;
        computed.put(node, aggregate);
        return aggregate;
    }

    private int attributeValue(Declared expression) {
        try {
            return (int) value(expression).bits();
        } catch (NotConstantException e) {
            return 0;
        }
    }

    private void field(Declared declared, Placement placement) {
        Syntax field = declared.node();
        Attributes attributes = Attributes.of(declared, this::attributeValue);
        CType base = null;
        List<Syntax> children = field.children();
        boolean any = false;
        for (int i = 0; i < children.size(); i++) {
            Syntax child = children.get(i);
            if (!"declarator".equals(child.field())) {
                continue;
            }
            any = true;
            Syntax bits = i + 1 < children.size() && children.get(i + 1).is("bitfield_clause") ? children.get(i + 1) : null;
            String name = declared.at(innermost(child)).source();
            base = base == null && needsBase(child) ? specifiedOrUnknown(declared) : base;
            CType type = declarator(declared.at(child), needsBase(child) ? base : target(declared));
            if (bits == null || !(type instanceof CType.Scalar)) {
                placement.member(name, type, attributes.packed(), attributes.align());
            } else {
                int width = attributeValue(declared.at(bits.namedChildren().get(0)));
                placement.bitField(name.startsWith(Grammatical.UNNAMED) ? "" : name, type, width, attributes.packed());
            }
        }
        if (!any && specified(declared) instanceof CType.Aggregate inner) {
            placement.member("", inner, attributes.packed(), attributes.align());
        }
    }

    /** What is declared as a pointer or a function needs no more than the name of the type that stands before it. */
    private static boolean needsBase(Syntax declarator) {
        if (declarator.is("parenthesized_declarator")) {
            return declarator.namedChildren().stream().allMatch(Types::needsBase);
        }
        return !declarator.type().startsWith("pointer_") && !declarator.is("function_declarator");
    }

    /** The name of the type that stands before the declarators, which may be incomplete. */
    private CType target(Declared declared) {
        Syntax type = declared.node().child("type");
        if (type == null) {
            return new CType.Unknown("?");
        }
        Declared at = declared.at(type);
        if (type.is("primitive_type") || type.is("sized_type_specifier")) {
            CType base = specified(declared);
            return base == null ? new CType.Unknown(at.source()) : base;
        }
        if (typedefs.containsKey(at.source()) && isFunction(typedefs.get(at.source()), at.source())) {
            return new CType.Unknown("function");
        }
        Syntax tag = type.child("name");
        return new CType.Unknown(type.type().endsWith("_specifier") ? tag == null ? "None" : at.at(tag).source() : at.source());
    }

    private CType specifiedOrUnknown(Declared declared) {
        CType type = specified(declared);
        return type == null ? new CType.Unknown(declared.at(declared.node().child("type")).source()) : type;
    }

    /** The type that stands before the declarators; null if it is a name that no typedef defines. */
    private CType specified(Declared declared) {
        Syntax type = declared.node().child("type");
        if (type == null) {
            return new CType.Unknown(declared.source());
        }
        Declared at = declared.at(type);
        switch (type.type()) {
            case "struct_specifier", "union_specifier" -> {
                return type.child("body") != null ? aggregate(at)
                        : aggregate(keyword(type), at.at(type.child("name")).source());
            }
            case "enum_specifier" -> {
                Syntax name = type.child("name");
                return new CType.Scalar("enum", "enum " + (name == null ? "(anonymous)" : at.at(name).source()), 4, false);
            }
            case "primitive_type", "sized_type_specifier" -> {
                List<String> words = List.of(at.source().split(" "));
                if (words.stream().allMatch(BASE_WORDS::contains)) {
                    return base(words);
                }
                return typedef(words.getLast());
            }
            default -> {
                return typedef(at.source());
            }
        }
    }

    private static boolean isFunction(Declared definition, String name) {
        return definition.node().children().stream().anyMatch(
                child -> child.is("function_declarator") && definition.at(innermost(child)).source().equals(name));
    }

    private static CType base(List<String> words) {
        boolean unsigned = words.contains("unsigned");
        String sign = unsigned ? "unsigned " : "";
        long longs = words.stream().filter(word -> word.equals("long")).count();
        if (words.contains("void")) {
            return new CType.Unknown("void");
        }
        if (words.contains("_Bool") || words.contains("bool")) {
            return new CType.Scalar("uint", "_Bool", 1, false);
        }
        if (words.contains("char")) {
            boolean plain = !unsigned && words.size() == 1;
            return new CType.Scalar(plain ? "char" : unsigned ? "uint" : "int", plain ? "char" : (unsigned ? "un" : "") + "signed char",
                    1, !unsigned && !plain);
        }
        String kind = unsigned ? "uint" : "int";
        if (words.contains("short")) {
            return new CType.Scalar(kind, "short " + sign + "int", 2, !unsigned);
        }
        if (longs > 0) {
            return new CType.Scalar(kind, (longs > 1 ? "long long " : "long ") + sign + "int", 8, !unsigned);
        }
        return new CType.Scalar(kind, sign + "int", 4, !unsigned);
    }

    private CType typedef(String name) {
        CType done = typedefTypes.get(name);
        if (done != null) {
            return done;
        }
        if (name.equals("bool")) {
            return new CType.Scalar("uint", "bool", 1, false);
        }
        if (name.equals("uintptr_t")) {
            return new CType.Scalar("uint", name, POINTER, false);
        }
        Declared declared = typedefs.get(name);
        if (declared == null) {
            search(name, "typedef ");
            declared = typedefs.get(name);
        }
        if (declared == null || !resolving.add(name)) {
            return null;
        }
        CType type = null;
        for (Syntax child : declared.node().children()) {
            if ("declarator".equals(child.field()) && declared.at(innermost(child)).source().equals(name)) {
                CType base = needsBase(child) ? specified(declared) : target(declared);
                type = base == null ? null : declarator(declared.at(child), base);
            }
        }
        resolving.remove(name);
        CType named = renamed(type, name);
        if (named != null) {
            typedefTypes.put(name, named);
        }
        return named;
    }

    private static CType renamed(CType type, String name) {
        return switch (type) {
            case null -> null;
            case CType.Scalar scalar -> new CType.Scalar(scalar.kind(), name, scalar.size(), scalar.signed());
            case CType.Aggregate aggregate -> aggregate.named(name);
            default -> type;
        };
    }

    /** The type of what a declarator names. */
    private CType declarator(Declared declared, CType base) {
        Syntax node = declared.node();
        CType known = base == null ? new CType.Unknown("?") : base;
        switch (node.type()) {
            case "pointer_declarator", "pointer_type_declarator", "pointer_field_declarator" -> {
                boolean constant = node.parent() != null && node.parent().children().stream()
                        .anyMatch(child -> child.is("type_qualifier"));
                String target = known.name().replaceFirst("^(struct|union) ", "");
                boolean nested = target.startsWith("pointer to") || constant && !(known instanceof CType.Unknown)
                        || constant && node.parent().is("field_declaration");
                return inner(declared, new CType.Scalar("pointer", "pointer to " + (nested ? "None" : target), POINTER, false));
            }
            case "array_declarator" -> {
                Syntax size = node.child("size");
                int count = -1;
                if (size != null) {
                    try {
                        count = (int) value(declared.at(size)).bits();
                    } catch (NotConstantException e) {
                        return inner(declared, new CType.Array(new CType.Unknown(known.name()), 0));
                    }
                }
                return inner(declared, new CType.Array(known, count));
            }
            case "function_declarator" -> {
                return inner(declared, new CType.Unknown("function"));
            }
            default -> {
                return inner(declared, known);
            }
        }
    }

    private CType inner(Declared declared, CType type) {
        Syntax child = declared.node().child("declarator");
        if (child == null && declared.node().is("parenthesized_declarator")) {
            child = declared.node().namedChildren().stream().filter(c -> c.type().endsWith("declarator")).findFirst()
                    .orElse(null);
        }
        return child == null ? type : declarator(declared.at(child), type);
    }
}
