// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What belongs to a port besides the method itself: the methods it calls that port no function of their own or are parts of the
 * same function, and its lambdas. One that is called from two places is there twice.
 */
public record Parts(ClassFiles classes) {

    /** The method itself first. */
    public List<PortMethod> of(PortMethod method) {
        List<PortMethod> parts = new ArrayList<>();
        collect(method, Set.copyOf(method.sources()), new HashSet<>(), parts);
        return parts;
    }

    private void collect(PortMethod method, Set<String> sources, Set<Object> callers,
            List<PortMethod> parts) {
        if (!callers.add(method.node())) {
            return;
        }
        parts.add(method);
        for (AbstractInsnNode insn : method.node().instructions) {
            PortMethod target = target(insn, method.owner().name);
            if (target != null && !target.isAbstract() && belongs(target, sources)) {
                collect(target, sources, callers, parts);
            }
        }
        callers.remove(method.node());
    }

    private static boolean belongs(PortMethod target, Set<String> sources) {
        return target.sources().isEmpty() || target.sources().stream().anyMatch(sources::contains);
    }

    private PortMethod target(AbstractInsnNode insn, String owner) {
        if (insn instanceof MethodInsnNode call && ClassFiles.ofOneLayer(call.owner, owner)) {
            return classes.resolve(call);
        }
        Handle handle = insn instanceof InvokeDynamicInsnNode indy ? ClassFiles.lambda(indy)
                : insn instanceof FieldInsnNode field ? classes.functionIn(field) : null;
        return handle != null && ClassFiles.ofOneLayer(handle.getOwner(), owner)
                ? classes.resolve(handle.getOwner(), handle.getName(), handle.getDesc()) : null;
    }
}
