// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.code.PortMethod;

/** Follows all paths of a method that end without an exception and says which kinds of locks are held where it returns. */
final class LockPaths {
    private static final Set<String> CLASSES = Set.of(ClassFiles.ROOT + "kernel/SpinLock", ClassFiles.ROOT + "kernel/RwLock",
            ClassFiles.ROOT + "kernel/Mutex");

    private record State(int at, TreeMap<String, Integer> held) {
    }

    private LockPaths() {
    }

    /** The locks that are held at some return, by how they were taken; negative counts were released but not taken. */
    static List<String> heldAtReturn(PortMethod method) {
        InsnList code = method.node().instructions;
        Set<String> outcomes = new TreeSet<>();
        Set<State> seen = new HashSet<>();
        Deque<State> open = new ArrayDeque<>();
        open.push(new State(0, new TreeMap<>()));
        while (!open.isEmpty()) {
            State state = open.pop();
            if (state.at() >= code.size() || !seen.add(state)) {
                continue;
            }
            AbstractInsnNode insn = code.get(state.at());
            if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
                outcomes.add(state.held().toString());
            } else if (insn.getOpcode() != Opcodes.ATHROW) {
                TreeMap<String, Integer> held = after(insn, state.held());
                if (insn instanceof MethodInsnNode call && call.name.equals("lockInterruptible")) {
                    interruptible(code, insn.getNext(), state, held).forEach(open::push);
                } else {
                    next(code, insn, state.at()).forEach(at -> open.push(new State(at, held)));
                }
            }
        }
        outcomes.remove("{}");
        return new ArrayList<>(outcomes);
    }

    /** Only the branch for zero has the lock. */
    private static List<State> interruptible(InsnList code, AbstractInsnNode test, State before,
            TreeMap<String, Integer> held) {
        int at = before.at() + 1;
        if (!(test instanceof JumpInsnNode jump) || test.getOpcode() != Opcodes.IFEQ && test.getOpcode() != Opcodes.IFNE) {
            return List.of(new State(at, held));
        }
        boolean jumpsIfZero = test.getOpcode() == Opcodes.IFEQ;
        return List.of(new State(code.indexOf(jump.label), jumpsIfZero ? held : before.held()),
                new State(at + 1, jumpsIfZero ? before.held() : held));
    }

    private static TreeMap<String, Integer> after(AbstractInsnNode insn, TreeMap<String, Integer> held) {
        if (!(insn instanceof MethodInsnNode call) || !CLASSES.contains(call.owner)) {
            return held;
        }
        boolean release = call.name.toLowerCase(Locale.ROOT).contains("unlock");
        String kind = call.owner.substring(call.owner.lastIndexOf('/') + 1) + "."
                + call.name.replace("Unlock", "Lock").replace("unlock", "lock").replace("Interruptible", "");
        if (!kind.toLowerCase(Locale.ROOT).contains("lock") || call.name.equals("lockdepAssertHeld") || call.name.equals("name")) {
            return held;
        }
        TreeMap<String, Integer> changed = new TreeMap<>(held);
        if (changed.merge(kind, release ? -1 : 1, Integer::sum) == 0) {
            changed.remove(kind);
        }
        return changed;
    }

    private static List<Integer> next(InsnList code, AbstractInsnNode insn, int at) {
        List<Integer> next = new ArrayList<>();
        if (insn instanceof JumpInsnNode jump) {
            next.add(code.indexOf(jump.label));
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            add(code, lookup.labels, lookup.dflt, next);
        } else if (insn instanceof TableSwitchInsnNode table) {
            add(code, table.labels, table.dflt, next);
        }
        boolean falls = insn.getOpcode() != Opcodes.GOTO && insn.getOpcode() != Opcodes.TABLESWITCH
                && insn.getOpcode() != Opcodes.LOOKUPSWITCH;
        if (falls) {
            next.add(at + 1);
        }
        return next;
    }

    private static void add(InsnList code, List<LabelNode> labels, LabelNode other, List<Integer> next) {
        labels.forEach(label -> next.add(code.indexOf(label)));
        next.add(code.indexOf(other));
    }
}
