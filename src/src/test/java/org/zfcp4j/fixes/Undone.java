// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;

/** The classes of the program in which a fix is undone, compiled in memory. */
final class Undone {
    private static final Path SOURCES = Path.of("src/main/java/org/zfcp4j");

    private final Map<String, byte[]> classes = new HashMap<>();
    /** Several threads load classes. */
    private volatile boolean touched;

    /** @throws IllegalStateException if a source does not have what is undone, or cannot be compiled then */
    Undone(List<Undo> undo) {
        if (undo.isEmpty()) {
            return;
        }
        List<Source> sources = undo.stream().map(Undone::source).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        InMemory memory = new InMemory(compiler.getStandardFileManager(null, null, null), classes);
        List<String> options = List.of("-proc:none", "-nowarn", "-g", "-cp", System.getProperty("java.class.path"));
        if (!compiler.getTask(null, memory, messages, options, null, sources).call()) {
            throw new IllegalStateException(messages.getDiagnostics().toString());
        }
    }

    private static Source source(Undo undo) {
        try {
            return new Source(undo.file(), undo.apply(Files.readString(SOURCES.resolve(undo.file() + ".java"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a loader: gives the class as it is without the fix, and all others as they are. */
    UnaryOperator<byte[]> change() {
        touched = false;
        return this::change;
    }

    private byte[] change(byte[] bytes) {
        byte[] changed = classes.get(new ClassReader(bytes).getClassName());
        touched |= changed != null;
        return changed == null ? bytes : changed;
    }

    /** True if the last loader has loaded none of these classes. */
    boolean isUntouched() {
        return !touched;
    }

    /** A source file that is in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///org/zfcp4j/" + file + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the class files that the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        InMemory(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(name.replace('.', '/'), toByteArray());
                        }
                    };
                }
            };
        }
    }
}
