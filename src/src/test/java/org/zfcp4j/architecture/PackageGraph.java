// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Which packages of the project use which, read from the class files. */
final class PackageGraph {
    private static final String ROOT = "org/zfcp4j/";

    /** Package, without the common root, to the packages that its classes name and one witness of each. */
    private final Map<String, Map<String, String>> uses = new TreeMap<>();
    /** Outermost class, with dots and without the common root, to the other classes that it names. */
    private final Map<String, Set<String>> classes = new TreeMap<>();

    static PackageGraph of(Path classes) {
        PackageGraph graph = new PackageGraph();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(f -> f.toString().endsWith(".class")).sorted()
                    .forEach(graph::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ClassReader reader = new ClassReader(in);
            String from = reader.getClassName();
            Map<String, String> targets = uses.computeIfAbsent(packageOf(from), p -> new TreeMap<>());
            Remapper collector = new Remapper(Opcodes.ASM9) {
                @Override
                public String map(String name) {
                    if (name.startsWith(ROOT) && !packageOf(name).equals(packageOf(from))) {
                        targets.putIfAbsent(packageOf(name), from.substring(ROOT.length()) + " -> " + name.substring(ROOT.length()));
                    }
                    if (name.startsWith(ROOT) && !outermost(name).equals(outermost(from))) {
                        classes.computeIfAbsent(outermost(from), c -> new TreeSet<>()).add(outermost(name));
                    }
                    return name;
                }
            };
            reader.accept(new ClassRemapper(new ClassWriter(0), collector), ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(String className) {
        int end = className.lastIndexOf('/');
        return end < ROOT.length() ? "" : className.substring(ROOT.length(), end).replace('/', '.');
    }

    private static String outermost(String className) {
        String name = className.substring(ROOT.length()).replace('/', '.');
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    /** Which classes of the packages that begin so use which other ones. */
    Map<String, Set<String>> classes(String prefix) {
        Map<String, Set<String>> found = new TreeMap<>();
        classes.forEach((from, to) -> {
            if (from.startsWith(prefix)) {
                found.put(from, to);
            }
        });
        return found;
    }

    Set<String> packages() {
        return new TreeSet<>(uses.keySet());
    }

    Map<String, String> usedBy(String from) {
        return uses.getOrDefault(from, Map.of());
    }
}
