// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

/** A platform thread that is a context of the kernel. Its failures are the kernel's. */
abstract class ContextThread extends Thread {
    private final RealKernel kernel;
    private final String context;

    ContextThread(RealKernel kernel, String name, String context) {
        super(null, null, name, 0, false);
        this.kernel = kernel;
        this.context = context;
        setDaemon(true);
    }

    final RealKernel kernel() {
        return kernel;
    }

    /** Name of the context, as {@link org.zfcp4j.kernel.Kernel#contextName} gives it. */
    String context() {
        return context;
    }

    /** The kernel thread that this is; null for other contexts. */
    RealKThread kthread() {
        return null;
    }

    static RealKThread currentKThread() {
        return Thread.currentThread() instanceof ContextThread thread ? thread.kthread() : null;
    }

    /** What the thread does until it ends. */
    abstract void live();

    /** What is thrown where nothing of the driver runs ends the thread, and does not go unnoticed either. */
    @Override
    public final void run() {
        try {
            live();
        } catch (Throwable t) {
            kernel.contextFailed(context(), t);
        }
    }

    /** Calls a function of the driver; what it throws does not end the thread. */
    final void guard(Runnable function) {
        try {
            function.run();
        } catch (Throwable t) {
            kernel.contextFailed(context(), t);
        }
    }

    /** Waits until the thread has ended, whatever interrupts come; false if it has not within the time. */
    final boolean joinFor(long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        boolean interrupted = false;
        while (isAlive() && (millis == 0 || System.nanoTime() < deadline)) {
            try {
                join(millis == 0 ? 0 : Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !isAlive();
    }
}
