// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes classes of some packages tell {@link FieldAccess} of each instance field that they load or store, and of fences. Constructors are left as they
 * are: until one returns, the object belongs to its thread.
 */
public final class FieldInstrumenter implements UnaryOperator<byte[]> {
    private static final String HOOK = Type.getInternalName(FieldAccess.class);
    private static final String SIGNATURE = "(Ljava/lang/Object;Ljava/lang/String;)V";

    private final List<String> prefixes;

    /** For the fields of the driver, of QDIO, of what lies above, and of lists. */
    public static FieldInstrumenter ofDriver() {
        return new FieldInstrumenter(List.of("org/zfcp4j/zfcp/", "org/zfcp4j/qdio/", "org/zfcp4j/scsi/", "org/zfcp4j/kernel/ListNode",
                "org/zfcp4j/kernel/ListHead"));
    }

    /** @param prefixes of the internal names of the classes meant, such as {@code org/zfcp4j/zfcp/} */
    public FieldInstrumenter(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    public byte[] apply(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (prefixes.stream().noneMatch(reader.getClassName()::startsWith)) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                return name.equals("<init>") ? next : new Fields(next);
            }
        }, 0);
        return writer.toByteArray();
    }

    private final class Fields extends MethodVisitor {
        Fields(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean meant = prefixes.stream().anyMatch(owner::startsWith);
            if (meant && opcode == Opcodes.GETFIELD) {
                super.visitInsn(Opcodes.DUP);
                hook("read", owner, name);
            } else if (meant && opcode == Opcodes.PUTFIELD) {
                write(owner, name, Type.getType(descriptor).getSize());
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (owner.equals("java/lang/invoke/VarHandle") && name.endsWith("Fence")) {
                super.visitLdcInsn(name);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "fence", "(Ljava/lang/String;)V", false);
            }
        }

        /** The value lies above the object: one or two slots. */
        private void write(String owner, String name, int size) {
            if (size == 1) {
                super.visitInsn(Opcodes.DUP2);
                super.visitInsn(Opcodes.POP);
                hook("write", owner, name);
            } else {
                super.visitInsn(Opcodes.DUP2_X1);
                super.visitInsn(Opcodes.POP2);
                super.visitInsn(Opcodes.DUP);
                hook("write", owner, name);
                super.visitInsn(Opcodes.DUP_X2);
                super.visitInsn(Opcodes.POP);
            }
        }

        private void hook(String method, String owner, String name) {
            super.visitLdcInsn(owner + '.' + name);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, method, SIGNATURE, false);
        }
    }
}
