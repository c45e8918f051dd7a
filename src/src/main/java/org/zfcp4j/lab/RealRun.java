// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs something in a thread of its own with a timeout; on timeout it reports where the driver's threads are. */
final class RealRun {
    private static final String DRIVER = "org.zfcp4j.zfcp.";

    private final Thread thread;
    private volatile Throwable thrown;

    RealRun(String name, Runnable body) {
        thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                body.run();
            } catch (Throwable t) {
                thrown = t;
            }
        });
    }

    /** False if it has not ended within the time; throws what it threw. */
    boolean endsWithin(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            return false;
        }
        if (thrown != null) {
            throw new IllegalStateException("a script failed", thrown);
        }
        return true;
    }

    /** Each thread that is in the driver, and the method of the driver that it is in. */
    static List<String> whereabouts() {
        Map<String, String> found = new TreeMap<>();
        Thread.getAllStackTraces().forEach((t, stack) -> Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith(DRIVER)).findFirst()
                .filter(frame -> !frame.getMethodName().equals("thread"))
                .ifPresent(frame -> found.put(t.getName(), t.getName() + " is in "
                        + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + '.'
                        + frame.getMethodName())));
        return List.copyOf(found.values());
    }
}
