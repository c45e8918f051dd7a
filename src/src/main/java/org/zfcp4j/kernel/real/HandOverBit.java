// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The bit by which an item is handed to the context that runs it: {@code WORK_STRUCT_PENDING} of a work item, {@code
 * TASKLET_STATE_SCHED} and {@code TASKLET_STATE_RUN} of a tasklet. Whoever finds it set leaves the item to the context that is
 * about to run it, which must see all earlier stores. So each side writes first and then reads what the other writes, with a full
 * fence in between: one stores its data and then looks at the bit, the other clears the bit and then looks at the data.
 */
final class HandOverBit {
    private static final VarHandle BIT;

    static {
        try {
            BIT = MethodHandles.lookup().findVarHandle(HandOverBit.class, "bit", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private int bit;

    /** {@code test_and_set_bit}, the other way round: true if it was clear. Fully ordered, also if it was set. */
    boolean trySet() {
        AtomicFence.beforeAtomic();
        boolean was = BIT.compareAndSet(this, 0, 1);
        AtomicFence.afterAtomic();
        return was;
    }

    /**
     * Clears it before what it stands for is done: {@code set_work_pool_and_clear_pending} with its {@code smp_mb}, and {@code
     * test_and_clear_bit} in {@code tasklet_action_common}. What the owner of the bit did comes before, and what it does comes after.
     */
    void clear() {
        BIT.setRelease(this, 0);
        VarHandle.fullFence();
    }

    /**
     * Clears it after what it stands for was done: {@code tasklet_unlock}. A release suffices: the clearing side reads nothing
     * afterwards, and whoever finds it set retries.
     */
    void clearWhenDone() {
        BIT.setRelease(this, 0);
    }

    /** {@code test_bit}, an acquire: if it is clear, everything done before it was cleared is visible. */
    boolean isSet() {
        return (int) BIT.getVolatile(this) != 0;
    }
}
