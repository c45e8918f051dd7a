// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** All places of driver and QDIO layer where something can be changed. */
final class Sites {
    private static final Path CLASSES = Path.of("target/classes");
    private static final List<String> FOLDERS = List.of("org/zfcp4j/zfcp", "org/zfcp4j/qdio");
    /** For the eyes of people, or of the Java language; no logic of the driver. */
    private static final Set<String> WORDS = Set.of("toString", "hashCode", "equals", "<clinit>");

    private Sites() {
    }

    /** In the order of classes and instructions, which the same sources always have. */
    static List<Site> all() {
        return FOLDERS.stream().flatMap(folder -> classes(CLASSES.resolve(folder)).stream()).flatMap(file -> in(read(file)).stream()).toList();
    }

    private static List<Path> classes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Site> in(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        List<Site> sites = new ArrayList<>();
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return WORDS.contains(name) ? null : new SiteVisitor(null) {
                    @Override
                    boolean changes(int number, int line, String what) {
                        sites.add(new Site(reader.getClassName(), name + descriptor, number, line, what));
                        return false;
                    }
                };
            }
        }, 0);
        return sites;
    }

    /** The class with that place changed; any other class as it is. */
    static byte[] change(Site site, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (!reader.getClassName().equals(site.owner())) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                return !site.method().equals(name + descriptor) ? next : new SiteVisitor(next) {
                    @Override
                    boolean changes(int number, int line, String what) {
                        return number == site.number();
                    }
                };
            }
        }, 0);
        return writer.toByteArray();
    }
}
