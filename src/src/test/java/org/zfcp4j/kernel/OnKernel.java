// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;

/** Where a case of the contract runs. Cases wait for events, never for time to pass. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public interface OnKernel {
    /** In milliseconds: never, for a test that does not wait for it. */
    long HOUR = 3_600_000;

    /** Runs a case in process context on fresh kernels, as often as makes sense, and fails if anything went wrong in them. */
    void onKernel(Consumer<Kernel> body);
}
