// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.zfcp4j.layout.Geometry;

/** The compiled classes of the port, and what their annotations say. */
public final class ClassFiles {
    public static final String ROOT = "org/zfcp4j/";
    public static final String PORT = ROOT + "zfcp/";
    /** The classes that stand for C structures. */
    public static final String DATA = PORT + "def/";
    static final String QDIO_LAYER = ROOT + "qdio/";
    private static final String QDIO = ROOT + "layout/qdio/QdioConstants";
    private static final Map<String, Integer> GEOMETRY = Map.of(
            "QDIO_MAX_BUFFERS_PER_Q", Geometry.ARCHITECTED.sbalsPerQueue(),
            "QDIO_MAX_BUFFERS_MASK", Geometry.ARCHITECTED.sbalsPerQueue() - 1,
            "QDIO_MAX_ELEMENTS_PER_BUFFER", Geometry.ARCHITECTED.sbalesPerSbal());

    private final String level;
    private final Map<String, ClassNode> classes = new TreeMap<>();
    /** Methods of classes of this level alone, by the methods that they override. */
    private final Map<MethodNode, PortMethod> overrides = new IdentityHashMap<>();
    private final Map<String, Handle> functionFields = new HashMap<>();
    private final Map<String, Map<Integer, String>> enumSwitches = new HashMap<>();

    private ClassFiles(String level) {
        this.level = level;
    }

    /**
     * Reads the classes below a directory or in a jar.
     *
     * @param level the level of the port that annotations and calls are read at
     * @throws UncheckedIOException if they cannot be read
     */
    public static ClassFiles of(Path place, String level) {
        ClassFiles files = new ClassFiles(level);
        try {
            if (Files.isDirectory(place)) {
                files.readAll(place);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    files.readAll(jar.getPath("/" + ROOT));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.classes.values().forEach(files::readInitializer);
        files.findOverrides();
        return files;
    }

    /** The classes that this program consists of, at a level of the port. */
    public static ClassFiles ofThisProgram(String level) {
        try {
            return of(Path.of(ClassFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI()), level);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readAll(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(f -> f.toString().endsWith(".class"))
                    .forEach(this::read);
        }
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

    /** Are both classes of the driver, or both of the QDIO layer? What one of them calls can be a part of it only then. */
    static boolean ofOneLayer(String owner, String other) {
        return owner.startsWith(PORT) && other.startsWith(PORT) || owner.startsWith(QDIO_LAYER) && other.startsWith(QDIO_LAYER);
    }

    /** Is an assignment to a field of {@code owner} one to a variable, if a method of {@code from} makes it, which may be a constructor? */
    static boolean isVariable(String owner, String from, boolean constructor) {
        return owner.startsWith(DATA) && !from.startsWith(DATA)
                || owner.startsWith(QDIO_LAYER) && from.startsWith(QDIO_LAYER) && !constructor;
    }

    /** The names of the variables of the driver, as C writes names. */
    public Set<String> variables() {
        return variables(DATA);
    }

    /** The names of the variables of the QDIO layer, as C writes names. */
    public Set<String> variablesOfQdio() {
        return variables(QDIO_LAYER);
    }

    private Set<String> variables(String prefix) {
        Set<String> names = new HashSet<>();
        classes.values().stream().filter(owner -> owner.name.startsWith(prefix)).forEach(owner -> owner.fields.stream()
                .filter(field -> (field.access & (Opcodes.ACC_FINAL | Opcodes.ACC_STATIC)) == 0)
                .forEach(field -> names.add(CName.of(field.name))));
        return names;
    }

    public Collection<ClassNode> all() {
        return classes.values();
    }

    public ClassNode get(String name) {
        return classes.get(name);
    }

    /**
     * The method that a call reaches at this level: that of the class named, or of what it extends, or the one by which a class of this
     * level overrides it; null outside the project.
     */
    public PortMethod resolve(String owner, String name, String descriptor) {
        PortMethod found = find(owner, name, descriptor);
        return found == null ? null : overrides.getOrDefault(found.node(), found);
    }

    /** The method that an instruction calls: see {@link #resolve(String, String, String)}, but a call by {@code super} reaches no override. */
    PortMethod resolve(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKESPECIAL ? find(call.owner, call.name, call.desc)
                : resolve(call.owner, call.name, call.desc);
    }

    private PortMethod find(String owner, String name, String descriptor) {
        ClassNode at = classes.get(owner);
        if (at == null) {
            return null;
        }
        for (MethodNode method : at.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) {
                return new PortMethod(at, method, level);
            }
        }
        PortMethod inherited = find(at.superName, name, descriptor);
        for (int i = 0; inherited == null && i < at.interfaces.size(); i++) {
            inherited = find(at.interfaces.get(i), name, descriptor);
        }
        return inherited;
    }

    private void findOverrides() {
        for (ClassNode owner : classes.values()) {
            for (MethodNode node : owner.methods) {
                PortMethod method = new PortMethod(owner, node, level);
                if ((node.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !node.name.startsWith("<")
                        && method.isOfLevelAlone()) {
                    above(owner, node).forEach(overridden -> overrides.put(overridden, method));
                }
            }
        }
    }

    /** The methods of superclasses and interfaces that a method overrides. */
    private List<MethodNode> above(ClassNode owner, MethodNode method) {
        List<MethodNode> above = new ArrayList<>();
        List<String> parents = new ArrayList<>(owner.interfaces);
        parents.add(owner.superName);
        for (String name : parents) {
            ClassNode parent = classes.get(name);
            if (parent != null) {
                parent.methods.stream().filter(other -> other.name.equals(method.name) && other.desc.equals(method.desc))
                        .forEach(above::add);
                above.addAll(above(parent, method));
            }
        }
        return above;
    }

    public Handle functionIn(FieldInsnNode field) {
        return functionFields.get(field.owner + "." + field.name);
    }

    /** The enum constants by their numbers in a switch over the map that {@code owner} holds. */
    public Map<Integer, String> enumSwitch(String owner) {
        return enumSwitches.getOrDefault(owner, Map.of());
    }

    /** The methods with an annotation, by {@code file:function}. */
    public Map<String, List<PortMethod>> ported() {
        Map<String, List<PortMethod>> ported = new LinkedHashMap<>();
        for (ClassNode owner : classes.values()) {
            for (MethodNode node : owner.methods) {
                PortMethod method = new PortMethod(owner, node, level);
                for (String source : method.sources()) {
                    ported.computeIfAbsent(source, s -> new ArrayList<>()).add(method);
                }
            }
        }
        return ported;
    }

    /** The function that a lambda or method reference stands for; null for another kind of dynamic call. */
    public static Handle lambda(InvokeDynamicInsnNode insn) {
        return insn.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory") ? (Handle) insn.bsmArgs[1] : null;
    }

    /** The number that an instruction pushes as an int; null if it pushes none. */
    public static Integer intConstant(AbstractInsnNode insn) {
        return insn instanceof LdcInsnNode ldc && ldc.cst instanceof Integer value ? value
                : insn instanceof IntInsnNode push && push.getOpcode() != Opcodes.NEWARRAY ? (Integer) push.operand
                : insn instanceof InsnNode && insn.getOpcode() >= Opcodes.ICONST_M1
                        && insn.getOpcode() <= Opcodes.ICONST_5 ? (Integer) (insn.getOpcode() - Opcodes.ICONST_0) : null;
    }
}
