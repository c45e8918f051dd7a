// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method with its class.
 *
 * @param level the level of the port at which its annotations are read, such as {@code 5.10}
 */
public record PortMethod(ClassNode owner, MethodNode node, String level) {
    private static final String ANNOTATION = "Lorg/zfcp4j/linux/LinuxSource;";
    private static final String SEVERAL = "Lorg/zfcp4j/linux/LinuxSources;";

    /** The C functions that it ports, each as {@code file:function}. */
    public List<String> sources() {
        return values("value");
    }

    /** Does it port a function of the driver or of the QDIO layer, and not only one of the rest of the kernel? */
    public boolean portsDriver() {
        return sources().stream().anyMatch(PortMethod::isDriverKey);
    }

    /** Does it port a function whose call is a step of its caller? */
    public boolean portsStep() {
        return sources().stream().anyMatch(source -> isDriverKey(source) && !isAccessor(source));
    }

    /** Casts and one-line predicates of the data structures: where they stand says nothing, and what they do is part of the caller. */
    public static boolean isAccessor(String source) {
        return source.startsWith("zfcp_def.h:");
    }

    /** Is {@code file:function} one of the driver or of the QDIO layer? */
    public static boolean isDriverKey(String source) {
        return source.startsWith("zfcp_") || source.startsWith("qdio");
    }

    /** C functions that it reaches in another way than by a direct call. */
    public List<String> indirectCalls() {
        return values("calls");
    }

    /** Is it one of the QDIO layer? */
    public boolean isOfQdio() {
        return owner.name.startsWith(ClassFiles.QDIO_LAYER);
    }

    public boolean isAbstract() {
        return (node.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** {@code Class.method}. */
    public String label() {
        return owner.name.substring(owner.name.lastIndexOf('/') + 1) + "." + node.name;
    }

    /** The first line that has code; 0 without line numbers. */
    public int line() {
        for (AbstractInsnNode insn : node.instructions) {
            if (insn instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>();
        if (annotations(owner.visibleAnnotations).stream().allMatch(this::isOfLevel)) {
            for (AnnotationNode annotation : annotations(node.visibleAnnotations)) {
                if (isOfLevel(annotation) && value(annotation, name) instanceof List<?> list) {
                    list.forEach(v -> values.add((String) v));
                }
            }
        }
        return values;
    }

    private boolean isOfLevel(AnnotationNode annotation) {
        Object named = value(annotation, "level");
        return named == null || named.equals(level);
    }

    /** Is it declared by a class that is of one level, this one? */
    boolean isOfLevelAlone() {
        return annotations(owner.visibleAnnotations).stream().anyMatch(one -> level.equals(value(one, "level")));
    }

    /** Those of the kind in question, also where there are several. */
    private static List<AnnotationNode> annotations(List<AnnotationNode> all) {
        List<AnnotationNode> found = new ArrayList<>();
        for (AnnotationNode annotation : all == null ? List.<AnnotationNode>of() : all) {
            if (annotation.desc.equals(ANNOTATION)) {
                found.add(annotation);
            } else if (annotation.desc.equals(SEVERAL)) {
                ((List<?>) value(annotation, "value")).forEach(one -> found.add((AnnotationNode) one));
            }
        }
        return found;
    }

    private static Object value(AnnotationNode annotation, String name) {
        for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
            if (annotation.values.get(i).equals(name)) {
                return annotation.values.get(i + 1);
            }
        }
        return null;
    }
}
