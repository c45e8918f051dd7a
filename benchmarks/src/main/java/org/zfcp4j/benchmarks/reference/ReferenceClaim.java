// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.reference;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** {@code struct zfcpref_claim}: the counter of missing buffers alone, in C. Any thread. */
public final class ReferenceClaim implements AutoCloseable {
    private static final MethodHandle OPEN = ReferenceLibrary.function("zfcpref_claim_open",
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle RUN = ReferenceLibrary.function("zfcpref_claim_run",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle CLOSE = ReferenceLibrary.function("zfcpref_claim_close",
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private final MemorySegment claim;

    public ReferenceClaim(String policy) {
        try {
            claim = (MemorySegment) OPEN.invokeExact(ReferencePolicy.number(policy));
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_claim_open", e);
        }
        if (claim.address() == 0) {
            throw new OutOfMemoryError("zfcpref_claim_open");
        }
    }

    /** {@code zfcpref_claim_run}: the claims in excess. */
    public long claim(int operations) {
        try {
            return (long) RUN.invokeExact(claim, (long) operations);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_claim_run", e);
        }
    }

    @Override
    public void close() {
        try {
            CLOSE.invokeExact(claim);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_claim_close", e);
        }
    }
}
