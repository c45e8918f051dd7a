// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code struct ratelimit_state} with its defaults: of a message that has one, ten are printed in five seconds; the
 * number suppressed is printed with the next one. C has one for each place with {@code dev_warn_ratelimited}. Any context.
 */
public final class RateLimit {
    /** {@code DEFAULT_RATELIMIT_INTERVAL} */
    private static final int INTERVAL = 5 * Kernel.HZ;
    /** {@code DEFAULT_RATELIMIT_BURST} */
    private static final int BURST = 10;

    private final Kernel kernel;
    /** Protects the fields below. C only tries to take it and counts contention as suppressed: the count is then off, too. */
    private final SpinLock lock;
    private boolean begun;
    private long begin;
    private int printed;
    private int missed;

    public RateLimit(Kernel kernel, String name) {
        this.kernel = kernel;
        this.lock = kernel.spinLock(name, this);
    }

    /**
     * {@code ___ratelimit}: true if a message may be printed now; counts it.
     *
     * @param function the C function that has the message
     */
    public boolean allows(String function) {
        int suppressed = 0;
        lock.lockIrq();
        long now = kernel.jiffies();
        if (!begun || now > begin + INTERVAL) {
            suppressed = missed;
            begun = true;
            begin = now;
            printed = 0;
            missed = 0;
        }
        boolean allowed = printed < BURST;
        if (allowed) {
            printed++;
        } else {
            missed++;
        }
        lock.unlockIrq();
        if (suppressed > 0) {
            kernel.message(LogLevel.WARN, null, null, function.substring(function.indexOf(':') + 1) + ": " + suppressed
                + " callbacks suppressed");
        }
        return allowed;
    }
}
