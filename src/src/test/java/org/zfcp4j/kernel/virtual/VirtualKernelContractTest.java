// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.KernelContract;

/** The contract on virtual kernels: cooperative, and with many random schedules. */
class VirtualKernelContractTest implements KernelContract {
    private static final int SEEDS = 60;
    private boolean cooperative;

    @Override
    public void onKernel(Consumer<Kernel> body) {
        cooperative = true;
        run(new FifoScheduler(), body, "fifo");
        run(new WorkQueueFirstScheduler(), body, "work queue first");
        cooperative = false;
        for (int seed = 0; seed < SEEDS; seed++) {
            int often = seed % 3 == 0 ? 500 : 50;
            run(new SeededScheduler(seed, often, 0), body, "seed " + seed);
        }
    }

    private static void run(Scheduler scheduler, Consumer<Kernel> body, String name) {
        VirtualConfig config = new VirtualConfig().scheduler(scheduler).storageSize(2 << 20).stepLimit(1_000_000);
        try (VirtualKernel kernel = new VirtualKernel(config)) {
            RunResult result = kernel.run(() -> body.accept(kernel));
            if (!result.isOk()) {
                throw new AssertionError(name + ": " + result, result.failure());
            }
            assertEquals(List.of(), kernel.storage().leaks());
            assertEquals(List.of(), kernel.storage().corruptions());
        }
    }

    @Override
    public void inOrder(Kernel kernel, List<Integer> order) {
        if (cooperative) {
            KernelContract.super.inOrder(kernel, order);
        }
    }
}
