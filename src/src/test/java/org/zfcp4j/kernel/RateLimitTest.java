// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** {@code dev_warn_ratelimited}: ten messages in five seconds, and a line about the others with the next one. */
class RateLimitTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void printsTenInFiveSecondsAndTellsHowManyWereSuppressed() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.setObserver(new KernelObserver() {
                @Override
                public void message(LogLevel level, Device device, String function, String text) {
                    told.add(level + " " + text);
                }
            });
            kernel.runOrThrow(() -> {
                RateLimit limit = new RateLimit(kernel, "test");
                assertEquals(10, allowed(limit, 15));
                kernel.msleep(5000);
                assertEquals(0, allowed(limit, 3));
                assertEquals(List.of(), told);
                kernel.msleep(1);
                assertEquals(10, allowed(limit, 12));
                assertEquals(List.of("WARN zfcp_fsf_log_security_error: 8 callbacks suppressed"), told);
            });
        }
    }

    private static int allowed(RateLimit limit, int messages) {
        int allowed = 0;
        for (int i = 0; i < messages; i++) {
            allowed += limit.allows("zfcp_fsf.c:zfcp_fsf_log_security_error") ? 1 : 0;
        }
        return allowed;
    }
}
