// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zfcp4j.parity.c.extract.BodyReader;
import org.zfcp4j.parity.c.extract.ConstantReader;
import org.zfcp4j.parity.c.extract.Definition;
import org.zfcp4j.parity.c.extract.TagTracer;
import org.zfcp4j.parity.c.extract.Vocabulary;
import org.zfcp4j.parity.c.layout.Layouts;
import org.zfcp4j.parity.c.layout.SourceFiles;
import org.zfcp4j.parity.c.layout.Types;
import org.zfcp4j.parity.c.lex.Lexer;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.parse.CParser;
import org.zfcp4j.parity.c.parse.Parsed;
import org.zfcp4j.parity.c.prepass.Grammatical;
import org.zfcp4j.parity.c.prepass.Preprocessor;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.c.source.SourceTree;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LayoutFact;
import org.zfcp4j.parity.facts.TagFact;

/** A kernel tree whose driver is read. No compiler is needed, and nothing of the tree is run. */
public final class CTree {
    private final SourceTree tree;
    private final Preprocessor preprocessor;
    private final SourceFiles files;
    private final Types types;

    private CTree(SourceTree tree, CParser parser) {
        this.tree = tree;
        this.preprocessor = new Preprocessor(tree);
        this.files = new SourceFiles(preprocessor, parser);
        this.types = new Types(files);
    }

    /**
     * The facts of the driver in a tree.
     *
     * @param root a tree of Linux, or a directory with its {@code drivers/s390}, {@code arch/s390/include} and {@code include}
     * @throws BadTreeException if it is none, or if its files are no C source
     */
    public static DriverFacts open(Path root) throws BadTreeException {
        SourceTree tree = new SourceTree(root);
        String version = tree.version();
        for (String file : DriverFiles.NECESSARY) {
            if (!tree.contains(file)) {
                throw new BadTreeException(root + " is no kernel tree with the zfcp driver: it has no " + file);
            }
        }
        try (CParser parser = new CParser()) {
            return new CTree(tree, parser).facts(version);
        }
    }

    private DriverFacts facts(String version) throws BadTreeException {
        for (String file : DriverFiles.FUNCTIONS) {
            if (tree.contains(file)) {
                preprocessor.process(file);
            }
        }
        Set<String> listed = new LinkedHashSet<>(DriverFiles.FUNCTIONS);
        listed.addAll(DriverFiles.OWN_HEADERS);
        listed.addAll(DriverFiles.SUPPORTING);
        listed.addAll(DriverFiles.STRUCTURES.keySet());
        for (String file : listed) {
            if (tree.contains(file)) {
                preprocessor.process(file);
                types.collect(file);
                refuseErrors(file, files.parsed(file));
            }
        }
        List<ConstantFact> constants = constants();
        List<FunctionFacts> functions = functions(constants);
        return new DriverFacts(version, functions, constants, layouts(), tags(functions, constants));
    }

    /** A file of the driver that cannot be parsed cannot be compared; a header may have new constructs. */
    private void refuseErrors(String file, Parsed parsed) throws BadTreeException {
        if (parsed.errors() > 0 && DriverFiles.own(file)) {
            throw new BadTreeException(tree.root().resolve(file) + ":" + parsed.errorLine() + ": this is no C that can be read");
        }
    }

    // --- constants ---

    private List<ConstantFact> constants() throws BadTreeException {
        Map<String, Set<String>> usedIn = usedIn();
        ConstantReader reader = new ConstantReader(files, types, usedIn);
        for (String file : DriverFiles.FUNCTIONS) {
            add(reader, file, "required");
        }
        for (String file : DriverFiles.OWN_HEADERS) {
            add(reader, file, "required");
        }
        for (String file : DriverFiles.SUPPORTING) {
            add(reader, file, "supporting");
        }
        for (String name : usedIn.keySet()) {
            reader.addNamed(name, "used-by-driver");
        }
        return List.copyOf(reader.facts().values());
    }

    private void add(ConstantReader reader, String file, String group) {
        if (files.contains(file)) {
            reader.addAll(file, group);
        }
    }

    /** The names in capitals in the files of the driver, with the files. */
    private Map<String, Set<String>> usedIn() throws BadTreeException {
        Map<String, Set<String>> used = new TreeMap<>();
        for (String file : preprocessor.units().keySet()) {
            if (DriverFiles.own(file)) {
                String fileName = file.substring(file.lastIndexOf('/') + 1);
                for (Token token : Lexer.tokens(tree.read(file))) {
                    if (token.isName() && capitals(token.text())) {
                        used.computeIfAbsent(token.text(), name -> new LinkedHashSet<>()).add(fileName);
                    }
                }
            }
        }
        return used;
    }

    private static boolean capitals(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            letter |= c >= 'A' && c <= 'Z';
        }
        return letter;
    }

    // --- functions ---

    private List<FunctionFacts> functions(List<ConstantFact> constants) throws BadTreeException {
        Set<String> values = new HashSet<>();
        for (ConstantFact constant : constants) {
            if (constant.value() != null || constant.text() != null) {
                values.add(constant.name());
            }
        }
        List<Definition> definitions = new ArrayList<>();
        Set<String> exported = new HashSet<>();
        for (String file : DriverFiles.FUNCTIONS) {
            if (files.contains(file)) {
                Parsed parsed = files.parsed(file);
                definitions.addAll(Definition.of(parsed, file, ""));
                exported.addAll(parsed.prepared().exported());
                for (Grammatical.Generated made : parsed.prepared().generated()) {
                    Parsed expansion = files.parse(made.tokens(), file);
                    refuseErrors(file, expansion);
                    definitions.addAll(Definition.of(expansion, file, made.macro()));
                }
            }
        }
        Map<String, Definition> byName = new HashMap<>();
        definitions.forEach(definition -> byName.putIfAbsent(definition.name(), definition));
        Vocabulary vocabulary = new Vocabulary(byName, values::contains);
        Map<String, FunctionFacts> facts = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            FunctionFacts function = BodyReader.read(definition, vocabulary, exported.contains(definition.name()));
            facts.putIfAbsent(function.key(), function);
        }
        return List.copyOf(facts.values());
    }

    // --- layouts ---

    private List<LayoutFact> layouts() {
        Layouts layouts = new Layouts(types);
        DriverFiles.STRUCTURES.keySet().forEach(header -> layouts.add(header, name -> DriverFiles.wanted(header, name),
                name -> DriverFiles.category(header, name)));
        return layouts.facts();
    }

    // --- tags ---

    private static List<TagFact> tags(List<FunctionFacts> functions, List<ConstantFact> constants) {
        Map<String, FunctionFacts> byName = new HashMap<>();
        functions.forEach(function -> byName.putIfAbsent(function.name(), function));
        Map<String, ConstantFact> constantsByName = new HashMap<>();
        constants.forEach(constant -> constantsByName.put(constant.name(), constant));
        TagTracer tracer = new TagTracer(byName, constantsByName::get);
        return functions.stream().flatMap(function -> tracer.tags(function).stream()).toList();
    }
}
