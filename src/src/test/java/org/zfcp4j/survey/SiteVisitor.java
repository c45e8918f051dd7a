// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Goes over a method and asks at each place whether it is to be changed: a conditional jump, which is negated; a call without result, which is
 * left out; a call of the program that answers with a boolean or a number, which answers with 0.
 */
abstract class SiteVisitor extends MethodVisitor {
    private static final String OURS = "org/zfcp4j/";
    private static final Set<Integer> SMALL = Set.of(Type.BOOLEAN, Type.INT);
    private static final String MARK = "mark";

    private int number;
    private int line;

    SiteVisitor(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** @return true to change this place */
    abstract boolean changes(int number, int line, String what);

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        super.visitLineNumber(number, start);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (opcode == Opcodes.GOTO || !changes(number++, line, "negated")) {
            super.visitJumpInsn(opcode, label);
            return;
        }
        mark();
        super.visitJumpInsn(negated(opcode), label);
    }

    /** Opcodes of opposite meaning are neighbours. */
    private static int negated(int opcode) {
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            return opcode == Opcodes.IFNULL ? Opcodes.IFNONNULL : Opcodes.IFNULL;
        }
        return ((opcode - Opcodes.IFEQ) ^ 1) + Opcodes.IFEQ;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Type result = Type.getReturnType(descriptor);
        boolean ours = owner.startsWith(OURS) && name.charAt(0) != '<';
        boolean none = result.getSort() == Type.VOID;
        boolean place = ours && (none || SMALL.contains(result.getSort()));
        if (!place || !changes(number++, line, (none ? "without " : "0 for ") + owner.substring(owner.lastIndexOf('/') + 1) + '.' + name)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        Type[] arguments = Type.getArgumentTypes(descriptor);
        for (int i = arguments.length - 1; i >= 0; i--) {
            super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
        if (opcode != Opcodes.INVOKESTATIC) {
            super.visitInsn(Opcodes.POP);
        }
        if (!none) {
            super.visitInsn(Opcodes.ICONST_0);
        }
        mark();
    }

    private void mark() {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Reach.class), MARK, "()V", false);
    }
}
