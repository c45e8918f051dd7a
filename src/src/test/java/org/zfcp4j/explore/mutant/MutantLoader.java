// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldInstrumenter;

/** Loads the whole of the driver, and the search, anew, with some calls redirected. */
final class MutantLoader {
    private static final String CODE = Type.getInternalName(MutantCode.class);

    private final List<Mutation> mutations;
    private final CopyLoader loader;
    private int applied;

    MutantLoader(List<Mutation> mutations) {
        this.mutations = mutations;
        this.loader = CopyLoader.plain(this::changed);
    }

    /** One in which races are looked for. */
    MutantLoader(List<Mutation> mutations, FieldInstrumenter instrumenter) {
        this.mutations = mutations;
        this.loader = CopyLoader.checked(bytes -> instrumenter.apply(changed(bytes)));
    }

    /** How many calls were redirected in the classes that were loaded. */
    int applied() {
        return applied;
    }

    /** The copy of a class. */
    Class<?> copyOf(Class<?> type) throws ClassNotFoundException {
        return Class.forName(type.getName(), true, loader);
    }

    /** Runs a hunt with the classes of this loader; what it finds. */
    @SuppressWarnings("unchecked")
    String hunt(Class<? extends UnaryOperator<String>> hunt, String symptom) throws ReflectiveOperationException {
        return ((UnaryOperator<String>) loader.newInstance(hunt, UnaryOperator.class)).apply(symptom);
    }

    private byte[] changed(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        List<Mutation> here = mutations.stream().filter(m -> m.internalName().equals(reader.getClassName())).toList();
        if (here.isEmpty()) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                List<Mutation> mine = here.stream().filter(m -> m.inMethod().equals(name)).toList();
                return mine.isEmpty() ? next : new Redirect(next, mine);
            }
        }, 0);
        return writer.toByteArray();
    }

    /** Changes the calls of a method. */
    private final class Redirect extends MethodVisitor {
        private final List<Mutation> mine;
        private final int[] seen;

        Redirect(MethodVisitor next, List<Mutation> mine) {
            super(Opcodes.ASM9, next);
            this.mine = mine;
            this.seen = new int[mine.size()];
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            for (int i = 0; i < mine.size(); i++) {
                Mutation mutation = mine.get(i);
                boolean meant = owner.endsWith('/' + mutation.owner()) && name.equals(mutation.name());
                if (meant && (mutation.occurrence() == 0 || ++seen[i] == mutation.occurrence())) {
                    applied++;
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, CODE, mutation.to(), code(mutation.to()), false);
                    return;
                }
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    private static String code(String name) {
        for (Method method : MutantCode.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return Type.getMethodDescriptor(method);
            }
        }
        throw new IllegalArgumentException(name);
    }
}
