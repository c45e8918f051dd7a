// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.parse;

import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.parity.c.prepass.Prepared;
import org.zfcp4j.parity.c.source.BadTreeException;

/** Parses C with the grammar of tree-sitter. To be used by one thread. */
public final class CParser implements AutoCloseable {
    /** Deeper than any source of Linux; whoever walks the tree may recurse. */
    private static final int MAX_DEPTH = 400;

    private final Language language;
    private final Parser parser;
    private final Map<Short, String> types = new HashMap<>();
    private final Map<Short, String> fields = new HashMap<>();
    private final Map<Short, Boolean> named = new HashMap<>();

    /**
     * A parser.
     *
     * @throws BadTreeException if there is none for this platform
     */
    public CParser() throws BadTreeException {
        try {
            language = Language.load(NativeGrammar.libraries(), "tree_sitter_c");
            parser = new Parser(language);
        } catch (NativeGrammar.MissingException e) {
            throw new BadTreeException(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            throw new BadTreeException("the parser of C cannot be loaded: " + e);
        }
    }

    /**
     * The syntax tree of a text.
     *
     * @param file for the message
     * @throws BadTreeException if it is nested deeper than any source of Linux
     */
    public Parsed parse(Prepared prepared, String file) throws BadTreeException {
        try (Tree tree = parser.parse(prepared.text()).orElseThrow(); Arena arena = Arena.ofConfined();
                TreeCursor cursor = tree.walk()) {
            return read(prepared, file, cursor, arena);
        }
    }

    private Parsed read(Prepared prepared, String file, TreeCursor cursor, Arena arena) throws BadTreeException {
        Syntax root = node(cursor, arena, null);
        Syntax current = root;
        int depth = 0;
        // What is hopeless from the start has an error for its root.
        int errors = root.is("ERROR") ? 1 : 0;
        int errorLine = errors > 0 ? prepared.line(root.start()) : 0;
        while (true) {
            if (cursor.gotoFirstChild()) {
                if (++depth > MAX_DEPTH) {
                    throw new BadTreeException(file + ":" + prepared.line(current.start()) + " is nested too deep");
                }
            } else {
                while (!cursor.gotoNextSibling()) {
                    if (!cursor.gotoParent()) {
                        return new Parsed(prepared, root, errorLine, errors);
                    }
                    depth--;
                    current = current.parent();
                }
                current = current.parent();
            }
            Syntax child = node(cursor, arena, current);
            current.add(child);
            current = child;
            if (child.is("ERROR") || child.start() == child.end() && cursor.getCurrentNode(arena).isMissing()) {
                if (errors++ == 0) {
                    errorLine = prepared.line(child.start());
                }
            }
        }
    }

    private Syntax node(TreeCursor cursor, Arena arena, Syntax parent) {
        Node node = cursor.getCurrentNode(arena);
        short symbol = node.getSymbol();
        String type = types.get(symbol);
        if (type == null) {
            type = node.getType();
            types.put(symbol, type);
        }
        short field = cursor.getCurrentFieldId();
        return new Syntax(type, field == 0 ? null : fields.computeIfAbsent(field, language::getFieldNameForId), named(symbol),
                node.getStartByte(), node.getEndByte(), parent);
    }


    private boolean named(short symbol) {
        return named.computeIfAbsent(symbol, language::isNamed);
    }

    @Override
    public void close() {
        parser.close();
    }
}
