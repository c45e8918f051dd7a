// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The order of memory operations where a context hands an item over, as it stands in the compiled code: what a missing fence costs
 * shows on a processor with a weak order only. That the order is needed show the tests of the module jcstress.
 */
class HandOverOrderTest {
    private static List<String> calls(Class<?> type, String method) throws IOException {
        List<String> calls = new ArrayList<>();
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            new ClassReader(in).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                        String[] exceptions) {
                    return !name.equals(method) ? null : new MethodVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                            calls.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + called);
                        }
                    };
                }
            }, 0);
        }
        return calls;
    }

    /** Of the calls, those that order. */
    private static List<String> order(Class<?> type, String method) throws IOException {
        return calls(type, method).stream().filter(call -> call.startsWith("HandOverBit.") || call.startsWith("VarHandle.")
            || call.startsWith("AtomicFence.") || call.endsWith(".guard") || call.endsWith(".getAsBoolean")
            || call.endsWith(".wakeWaiters")).toList();
    }

    @Test
    void testAndSetBitIsFullyOrderedAlsoIfTheBitWasSet() throws IOException {
        assertEquals(List.of("AtomicFence.beforeAtomic", "VarHandle.compareAndSet", "AtomicFence.afterAtomic"),
            order(HandOverBit.class, "trySet"));
    }

    @Test
    void aFullFenceStandsBetweenTheClearingOfTheBitAndTheFunction() throws IOException {
        assertEquals(List.of("VarHandle.setRelease", "VarHandle.fullFence"), order(HandOverBit.class, "clear"));
        assertEquals(List.of("HandOverBit.clear", "ContextThread.guard"), order(RealWork.class, "execute"));
        assertEquals(List.of("HandOverBit.trySet", "HandOverBit.clear", "ContextThread.guard", "HandOverBit.clearWhenDone"),
            order(RealTasklet.class, "tryExecute"));
    }

    @Test
    void whoAsksForARunSetsTheBitByAnAtomicOperationAndNothingElse() throws IOException {
        assertEquals(List.of("HandOverBit.trySet"), order(RealTasklet.class, "schedule"));
        assertEquals("HandOverBit.trySet", order(RealWork.class, "queueOn").get(0));
        assertEquals(List.of("HandOverBit.clear"), order(RealWork.class, "cancelSync"));
        assertEquals(List.of("HandOverBit.trySet"), order(RealWork.class, "grabPending"));
    }

    @Test
    void wakerAndWaiterEachHaveAFullFenceBeforeTheirLook() throws IOException {
        assertEquals(List.of("VarHandle.fullFence", "VarHandle.getOpaque", "RealWaitQueue.wakeWaiters"),
            order(RealWaitQueue.class, "wakeUp"));
        List<String> waiter = order(RealWaitQueue.class, "await");
        assertEquals(List.of("VarHandle.getAndAdd", "VarHandle.fullFence", "BooleanSupplier.getAsBoolean"),
            waiter.subList(waiter.indexOf("VarHandle.getAndAdd"), waiter.indexOf("VarHandle.getAndAdd") + 3));
    }

    @Test
    void atomicsThatLinuxCallsFullyOrderedHaveAFenceOnEitherSide() throws IOException {
        assertEquals(List.of("AtomicFence.beforeAtomic", "VarHandle.getAndAdd", "AtomicFence.afterAtomic"),
            order(RealAtomicInt.class, "addReturn"));
        assertEquals(List.of("AtomicFence.beforeAtomic", "VarHandle.getAndSet", "AtomicFence.afterAtomic"),
            order(RealAtomicInt.class, "xchg"));
        assertEquals(List.of("VarHandle.getOpaque", "AtomicFence.beforeAtomic", "VarHandle.compareAndExchange",
            "AtomicFence.afterAtomic"), order(RealAtomicInt.class, "addUnless"));
    }
}
