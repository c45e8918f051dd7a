// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.bindings;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.zfcp4j.channel.FcpChannel;

/** Functions of the channel, linked in the ways that the foreign function interface has. Handles are constants, as in the driver. */
final class FfmCalls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final FunctionDescriptor VERSION = FunctionDescriptor.of(JAVA_INT);
    private static final FunctionDescriptor SIGA =
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

    /** Has no effect: what remains is the cost of the call. */
    static final MethodHandle VERSION_PLAIN = LINKER.downcallHandle(symbol("fcp_abi_version"), VERSION);
    static final MethodHandle VERSION_CRITICAL =
            LINKER.downcallHandle(symbol("fcp_abi_version"), VERSION, Linker.Option.critical(false));
    static final MethodHandle VERSION_CRITICAL_HEAP =
            LINKER.downcallHandle(symbol("fcp_abi_version"), VERSION, Linker.Option.critical(true));
    static final long VERSION_ADDRESS = symbol("fcp_abi_version").address();

    static final MethodHandle SIGA_PLAIN = LINKER.downcallHandle(symbol("fcp_siga"), SIGA);
    static final MethodHandle SIGA_CRITICAL =
            LINKER.downcallHandle(symbol("fcp_siga_try"), SIGA, Linker.Option.critical(false));
    static final MethodHandle SIGA_CRITICAL_HEAP =
            LINKER.downcallHandle(symbol("fcp_siga_try"), SIGA, Linker.Option.critical(true));
    static final long SIGA_ADDRESS = symbol("fcp_siga").address();

    /** Function and context to call with interrupts. */
    static final MethodHandle THREAD_START = LINKER.downcallHandle(symbol("fcp_thread_start"),
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS));

    private static final MethodHandle DOORBELL =
            LINKER.downcallHandle(symbol("fcp_doorbell"), FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_INT));

    private FfmCalls() {
    }

    private static MemorySegment symbol(String name) {
        return FcpChannel.library().find(name).orElseThrow();
    }

    /** The address of the word behind the doorbell. */
    static long doorbell(long channel, int subchannel) throws Throwable {
        return ((MemorySegment) DOORBELL.invokeExact(channel, subchannel)).address();
    }
}
