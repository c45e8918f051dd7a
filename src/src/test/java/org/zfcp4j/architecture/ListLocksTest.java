// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whoever uses a list of ports or SCSI devices takes its lock, or is known to run with it held, or while nothing else does. */
class ListLocksTest {
    /** They look between two steps of the virtual kernel. */
    private static final List<String> BETWEEN_STEPS = List.of("lab/check/");

    /** A replay looks at what there is in one step, too: to follow a list is no scheduling point. */
    private static final Set<String> NO_PORT_LIST_LOCK = Set.of("vectors/FieldSampler.sample", "vectors/ReplayDevice.port",
            "vectors/Snapshots.ports", "vectors/table/Snapshot.ports", "vectors/table/StartState.ports",
            // So do processes of the lab that look without a step.
            "lab/io/ErrorHandling.isShared", "lab/scenario/Administration.isOpenNow", "lab/scenario/SelfRecovery.look",
            "lab/scenario/Trouble.expectSecurity",
            // The caller holds it.
            "zfcp/sysfs/AdapterAttributes.isListed");
    private static final Set<String> NO_HOST_LOCK = Set.of("vectors/FieldSampler.sample", "vectors/ReplayDevice.lunOrFail",
            "vectors/Snapshots.luns", "vectors/table/Snapshot.luns", "vectors/table/StartState.sdev",
            // So does a process of the lab that looks without a step.
            "lab/scenario/SelfRecovery.look",
            // The caller holds it.
            "zfcp/erp/LunWalk.forEach");

    /** The methods that read {@code type.list} and do not read {@code type.lock}. */
    private static Set<String> without(String type, String list, String lock) {
        Set<String> found = new TreeSet<>();
        Path classes = Path.of("target", "classes", "org", "zfcp4j");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace(".class", "");
                if (BETWEEN_STEPS.stream().noneMatch(name::startsWith)) {
                    collect(name, Files.readAllBytes(file), type, list, lock, found);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static void collect(String className, byte[] bytes, String type, String list, String lock, Set<String> found) {
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    private boolean uses;
                    private boolean locks;

                    @Override
                    public void visitFieldInsn(int opcode, String owner, String name, String fieldDescriptor) {
                        if (opcode == Opcodes.GETFIELD && owner.equals("org/zfcp4j/" + type)) {
                            uses |= name.equals(list);
                            locks |= name.equals(lock);
                        }
                    }

                    @Override
                    public void visitEnd() {
                        if (uses && !locks) {
                            found.add(className + '.' + method);
                        }
                    }
                };
            }
        }, ClassReader.SKIP_DEBUG);
    }

    @Test
    void portsAreLookedAtUnderPortListLock() {
        assertEquals(new TreeSet<>(NO_PORT_LIST_LOCK), without("zfcp/def/Adapter", "portList", "portListLock"));
    }

    @Test
    void scsiDevicesAreLookedAtUnderHostLock() {
        assertEquals(new TreeSet<>(NO_HOST_LOCK), without("scsi/ScsiHost", "devices", "hostLock"));
    }
}
