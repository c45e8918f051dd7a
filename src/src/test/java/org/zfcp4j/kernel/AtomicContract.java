// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Every operation on atomics that the driver uses. */
public interface AtomicContract extends OnKernel {
    @Test
    default void atomicOperationsComputeWhatTheKernelsDo() {
        onKernel(kernel -> {
            AtomicInt a = kernel.atomicInt("a", "owner", 5);
            assertEquals(5, a.read());
            a.set(-7);
            assertEquals(-7, a.read());
            a.add(10);
            assertEquals(3, a.read());
            a.sub(5);
            assertEquals(-2, a.read());
            a.inc();
            a.inc();
            a.inc();
            assertEquals(1, a.read());
            a.dec();
            assertEquals(0, a.read());
            assertEquals(4, a.addReturn(4));
            assertEquals(3, a.decReturn());
            assertTrue(a.addUnless(-1, 0));
            assertTrue(a.addUnless(2, 7));
            assertEquals(4, a.read());
            assertFalse(a.addUnless(-1, 4));
            assertEquals(4, a.read());
            a.or(0x80000003);
            assertEquals(0x80000007, a.read());
            a.andnot(0x80000001);
            assertEquals(6, a.read());
            assertEquals(6, a.xchg(9));
            assertEquals(9, a.read());
            a.set(Integer.MAX_VALUE);
            assertEquals(Integer.MIN_VALUE, a.addReturn(1));
            assertEquals("a", a.name());
            assertEquals("owner", a.owner());
        });
    }

    @Test
    default void atomicOperationsAreAtomic() {
        onKernel(kernel -> {
            AtomicInt counter = kernel.atomicInt("counter", null, 60);
            AtomicInt claims = kernel.atomicInt("claims", null, 0);
            AtomicInt bits = kernel.atomicInt("bits", null, 0);
            Completion done = kernel.completion("done", null);
            for (int i = 0; i < 3; i++) {
                int bit = 1 << i;
                kernel.kthreadRun("claimer" + i, thread -> {
                    while (counter.addUnless(-1, 0)) {
                        claims.inc();
                        bits.or(bit);
                        bits.andnot(bit);
                    }
                    bits.or(bit);
                    done.complete();
                });
            }
            for (int i = 0; i < 3; i++) {
                done.waitForCompletion();
            }
            assertEquals(0, counter.read());
            assertEquals(60, claims.read());
            assertEquals(7, bits.read());
        });
    }
}
