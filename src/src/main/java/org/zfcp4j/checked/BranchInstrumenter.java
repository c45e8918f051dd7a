// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes driver and QDIO layer tell {@link Branches} which ways are taken: the next instruction where a conditional jump goes on, and each place
 * further down to which a jump or a switch leads.
 */
public final class BranchInstrumenter implements UnaryOperator<byte[]> {
    private static final String HOOK = Type.getInternalName(Branches.class);
    private static final List<String> PREFIXES = List.of("org/zfcp4j/zfcp/", "org/zfcp4j/qdio/");

    private final List<String> places = new CopyOnWriteArrayList<>();

    /** Where the ways lead that it has numbered, by their numbers: class, method and line. Grows while classes are loaded. */
    public List<String> places() {
        return places;
    }

    /** A number for one more. */
    private synchronized int number(String place) {
        if (places.size() == Branches.MOST) {
            throw new IllegalStateException("more than " + Branches.MOST + " branches");
        }
        places.add(place);
        return places.size() - 1;
    }

    @Override
    public byte[] apply(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (PREFIXES.stream().noneMatch(reader.getClassName()::startsWith)) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                String type = reader.getClassName().substring(reader.getClassName().lastIndexOf('/') + 1);
                return new Ways(super.visitMethod(access, name, descriptor, signature, exceptions), type + '.' + name);
            }
        }, 0);
        return writer.toByteArray();
    }

    /** Tells where it has come to; between a label and the frame that belongs to it there must be nothing. */
    private final class Ways extends MethodVisitor {
        private final Set<Label> targets = new HashSet<>();
        private final String method;
        private int line;
        private boolean arrived;

        Ways(MethodVisitor next, String method) {
            super(Opcodes.ASM9, next);
            this.method = method;
        }

        private void tell() {
            if (arrived) {
                arrived = false;
                super.visitLdcInsn(number(method + ':' + line));
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "take", "(I)V", false);
            }
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
            super.visitLineNumber(number, start);
        }

        @Override
        public void visitLabel(Label label) {
            arrived |= targets.contains(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            tell();
            super.visitJumpInsn(opcode, label);
            targets.add(label);
            arrived = opcode != Opcodes.GOTO;
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... labels) {
            tell();
            targets.addAll(List.of(labels));
            targets.add(otherwise);
            super.visitTableSwitchInsn(least, most, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            tell();
            targets.addAll(List.of(labels));
            targets.add(otherwise);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        @Override
        public void visitInsn(int opcode) {
            tell();
            super.visitInsn(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            tell();
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            tell();
            super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            tell();
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            tell();
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            tell();
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            tell();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitLdcInsn(Object value) {
            tell();
            super.visitLdcInsn(value);
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            tell();
            super.visitIincInsn(variable, increment);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            tell();
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }
    }
}
