// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.zfcp4j.layout.Geometry;

/** The compiled classes of the port, and what their annotations say. */
final class ClassFiles {
    static final String ROOT = "org/zfcp4j/";
    static final String PORT = ROOT + "zfcp/";
    /** The classes that stand for C structures. */
    static final String DATA = PORT + "def/";
    private static final String QDIO = ROOT + "layout/qdio/QdioConstants";
    private static final Map<String, Integer> GEOMETRY = Map.of(
            "QDIO_MAX_BUFFERS_PER_Q", Geometry.ARCHITECTED.sbalsPerQueue(),
            "QDIO_MAX_BUFFERS_MASK", Geometry.ARCHITECTED.sbalsPerQueue() - 1,
            "QDIO_MAX_ELEMENTS_PER_BUFFER", Geometry.ARCHITECTED.sbalesPerSbal());
    private static final String ANNOTATION = "Lorg/zfcp4j/kernel/LinuxSource;";

    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<String, Handle> functionFields = new HashMap<>();
    private final Map<String, Map<Integer, String>> enumSwitches = new HashMap<>();

    static ClassFiles of(Path directory) {
        ClassFiles files = new ClassFiles();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class"))
                    .forEach(files::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.classes.values().forEach(files::readInitializer);
        return files;
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, ClassReader.EXPAND_FRAMES);
            node.methods.forEach(ClassFiles::settleGeometry);
            if (node.name.equals(QDIO)) {
                node.fields.stream().filter(field -> GEOMETRY.containsKey(field.name))
                        .forEach(field -> field.value = GEOMETRY.get(field.name));
            }
            classes.put(node.name, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers that the geometry of the queues decides are constants in C, and read here as those of the architected one. */
    private static void settleGeometry(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC && field.owner.equals(QDIO)
                    && GEOMETRY.containsKey(field.name)) {
                method.instructions.set(insn, new IntInsnNode(Opcodes.SIPUSH, GEOMETRY.get(field.name)));
            }
        }
    }

    /** Remembers which function a static field holds, and which enum constant a number of an enum switch stands for. */
    private void readInitializer(ClassNode owner) {
        for (MethodNode method : owner.methods) {
            if (!method.name.equals("<clinit>")) {
                continue;
            }
            Handle handle = null;
            String constant = null;
            Integer number = null;
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode indy) {
                    handle = lambda(indy);
                } else if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.PUTSTATIC) {
                    if (handle != null) {
                        functionFields.put(field.owner + "." + field.name, handle);
                    }
                    handle = null;
                } else if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC
                        && !field.desc.startsWith("[")) {
                    constant = field.name;
                } else if (insn.getOpcode() == Opcodes.IASTORE && constant != null && number != null) {
                    enumSwitches.computeIfAbsent(owner.name, o -> new HashMap<>()).put(number, constant);
                } else if (intConstant(insn) != null) {
                    number = intConstant(insn);
                }
            }
        }
    }

    /** The names of the variables of the data classes, as C writes names. */
    Set<String> variables() {
        Set<String> names = new HashSet<>();
        classes.values().stream().filter(owner -> owner.name.startsWith(DATA)).forEach(owner -> owner.fields.stream()
                .filter(field -> (field.access & (Opcodes.ACC_FINAL | Opcodes.ACC_STATIC)) == 0)
                .forEach(field -> names.add(Vocabulary.snakeCase(field.name))));
        return names;
    }

    Collection<ClassNode> all() {
        return classes.values();
    }

    ClassNode get(String name) {
        return classes.get(name);
    }

    /** The method that a call reaches: that of the class named, or of what it extends; null outside the project. */
    Method resolve(String owner, String name, String descriptor) {
        for (ClassNode at = classes.get(owner); at != null; at = classes.get(at.superName)) {
            for (MethodNode method : at.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    return new Method(at, method);
                }
            }
        }
        return null;
    }

    Handle functionIn(FieldInsnNode field) {
        return functionFields.get(field.owner + "." + field.name);
    }

    /** The enum constants by their numbers in a switch over the map that {@code owner} holds. */
    Map<Integer, String> enumSwitch(String owner) {
        return enumSwitches.getOrDefault(owner, Map.of());
    }

    /** The methods with an annotation, by {@code file:function}. */
    Map<String, List<Method>> ported() {
        Map<String, List<Method>> ported = new LinkedHashMap<>();
        for (ClassNode owner : classes.values()) {
            for (MethodNode node : owner.methods) {
                Method method = new Method(owner, node);
                for (String source : method.sources()) {
                    ported.computeIfAbsent(source, s -> new ArrayList<>()).add(method);
                }
            }
        }
        return ported;
    }

    /** The function that a lambda or method reference stands for; null for another kind of dynamic call. */
    static Handle lambda(InvokeDynamicInsnNode insn) {
        return insn.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory") ? (Handle) insn.bsmArgs[1] : null;
    }

    /** The number that an instruction pushes as an int; null if it pushes none. */
    static Integer intConstant(AbstractInsnNode insn) {
        return insn instanceof LdcInsnNode ldc && ldc.cst instanceof Integer value ? value
                : insn instanceof IntInsnNode push && push.getOpcode() != Opcodes.NEWARRAY ? (Integer) push.operand
                : insn instanceof InsnNode && insn.getOpcode() >= Opcodes.ICONST_M1
                        && insn.getOpcode() <= Opcodes.ICONST_5 ? (Integer) (insn.getOpcode() - Opcodes.ICONST_0) : null;
    }

    /** A method with its class. */
    record Method(ClassNode owner, MethodNode node) {
        List<String> sources() {
            return values("value");
        }

        List<String> indirectCalls() {
            return values("calls");
        }

        boolean isAbstract() {
            return (node.access & Opcodes.ACC_ABSTRACT) != 0;
        }

        String label() {
            return owner.name.substring(owner.name.lastIndexOf('/') + 1) + "." + node.name;
        }

        private List<String> values(String name) {
            List<String> values = new ArrayList<>();
            if (node.visibleAnnotations != null) {
                for (AnnotationNode annotation : node.visibleAnnotations) {
                    for (int i = 0; annotation.desc.equals(ANNOTATION) && annotation.values != null
                            && i < annotation.values.size(); i += 2) {
                        if (annotation.values.get(i).equals(name)) {
                            ((List<?>) annotation.values.get(i + 1)).forEach(v -> values.add((String) v));
                        }
                    }
                }
            }
            return values;
        }
    }
}
