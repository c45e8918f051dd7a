// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.lab.check.WorldObserver;

/** Knows which contexts sleep. */
final class Sleepers implements WorldObserver {
    private final Kernel kernel;
    /** By context: when its last sleep ends, in jiffies. */
    private final Map<String, Long> until = new ConcurrentHashMap<>();

    Sleepers(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void sleep(long millis) {
        until.put(kernel.contextName(), kernel.jiffies() + millis);
    }

    boolean isAsleep(String context) {
        return kernel.jiffies() < until.getOrDefault(context, 0L);
    }
}
