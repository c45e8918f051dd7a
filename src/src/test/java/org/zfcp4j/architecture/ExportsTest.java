// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The module exports what users begin with, and what that names in public: neither less nor more. */
class ExportsTest {
    private static final String ROOT = "org.zfcp4j.";

    /** What users write programs with; the rest of the exports follows from it. */
    private static final Set<String> BEGINNINGS = Set.of(
            // machines with adapters, and what happens in them
            "lab", "channel", "trace",
            // what the driver runs on
            "kernel", "kernel.real", "kernel.virtual",
            // refill policies and levels to choose from, or to write
            "zfcp.adapter.refill", "zfcp.level",
            // the structures that driver and channel share
            "layout", "layout.catalog", "layout.dbf", "layout.fc", "layout.fsf", "layout.qdio",
            // further commands
            "cli");

    /** Package to the packages that its public classes name in what others may call. */
    private final Map<String, Set<String>> named = new TreeMap<>();

    private void read(Path file) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        String from = packageOf(reader.getClassName());
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            private boolean visible;

            @Override
            public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
                visible = (access & Opcodes.ACC_PUBLIC) != 0;
                if (visible) {
                    addClass(superName);
                    Stream.of(interfaces).forEach(type -> addClass(type));
                    add(signature);
                }
            }

            private boolean isApi(int access) {
                return visible && (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
            }

            private void add(String signature) {
                if (signature != null) {
                    new SignatureReader(signature).accept(collector());
                }
            }

            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
                if (isApi(access)) {
                    new SignatureReader(descriptor).acceptType(collector());
                    if (signature != null) {
                        new SignatureReader(signature).acceptType(collector());
                    }
                }
                return null;
            }

            private void addClass(String name) {
                if (name.startsWith("org/zfcp4j/")) {
                    named.computeIfAbsent(from, p -> new TreeSet<>()).add(packageOf(name));
                }
            }

            private SignatureVisitor collector() {
                return new SignatureVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitClassType(String name) {
                        addClass(name);
                    }
                };
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                if (isApi(access)) {
                    add(descriptor);
                    add(signature);
                    Stream.ofNullable(exceptions).flatMap(Stream::of).forEach(type -> addClass(type));
                }
                return null;
            }
        }, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('/')).replace('/', '.').substring(ROOT.length());
    }

    /** What can be reached from the beginnings by names in public. */
    private Set<String> reached() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "classes", "org"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                read(file);
            }
        }
        Set<String> reached = new TreeSet<>(BEGINNINGS);
        Deque<String> open = new ArrayDeque<>(BEGINNINGS);
        while (!open.isEmpty()) {
            for (String next : named.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    @Test
    void theModuleExportsWhatItsUsersCanName() throws IOException {
        ModuleDescriptor module = ModuleDescriptor.read(Files.newInputStream(Path.of("target", "classes", "module-info.class")));
        Set<String> exported = module.exports().stream().map(export -> export.source().substring(ROOT.length())).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(reached(), exported);
        assertTrue(exported.contains("zfcp.def"), "an adapter is an object of zfcp.def, which no beginning names");
    }

    /** {@code mvn -Pdocs} asks for no comment on members; on types and packages each user begins with one. */
    @Test
    void exportedTypesAndPackagesSayWhatTheyAre() throws IOException {
        Pattern documented = Pattern.compile("(?s)\\*/\\s+(?:@[\\w.]+(?:\\([^)]*\\))?\\s+)*(?:public |abstract |final |sealed )*(?:class|interface|enum|record|@interface|package) ");
        List<String> silent = new ArrayList<>();
        for (String name : reached()) {
            try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "org", "zfcp4j").resolve(name.replace('.', '/')))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (!documented.matcher(Files.readString(file)).find()) {
                        silent.add(file.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), silent);
    }
}
