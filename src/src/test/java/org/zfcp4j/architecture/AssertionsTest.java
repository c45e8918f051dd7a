// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Nothing depends on {@code -ea}: no class asks whether assertions are on, as each with an {@code assert} does. */
class AssertionsTest {
    private final List<String> asking = new ArrayList<>();
    private int read;

    private void read(Path file) {
        try {
            ClassReader reader = new ClassReader(Files.readAllBytes(file));
            read++;
            reader.accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                        String[] exceptions) {
                    return new MethodVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                            if (called.equals("desiredAssertionStatus")) {
                                asking.add(reader.getClassName());
                            }
                        }
                    };
                }
            }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    @Test
    void noClassOfTheProductAsksWhetherAssertionsAreOn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(this::read);
        }
        assertTrue(read > 400, "classes read: " + read);
        assertEquals(List.of(), asking);
    }
}
