// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.Work;

/** Cuts stack traces down to what a reader of a report wants to see. */
final class Stacks {
    private static final String PACKAGE = Stacks.class.getPackageName() + '.';
    private static final String BASE = Kernel.class.getPackageName() + '.';
    private static final Set<String> PRIMITIVES = Stream.of(Engine.class, Task.class, LockCore.class, ContextChecker.class,
        DeadlockReport.class, WaitGraph.class, Hardware.class, TimerContexts.class, VirtualKernel.class, VirtualKThread.class,
        VirtualAtomicInt.class, VirtualSharedMemory.class, VirtualSpinLock.class, VirtualRwLock.class, VirtualMutex.class,
        VirtualCompletion.class, VirtualWaitQueue.class, VirtualWork.class, VirtualWorkQueue.class, VirtualTimer.class,
        VirtualTasklet.class, VirtualStorage.class, Kernel.class, AtomicInt.class, Mutex.class, Tasklet.class, Timer.class,
        Work.class).map(Class::getSimpleName).collect(Collectors.toSet());

    private Stacks() {
    }

    /** The frames outside the kernel's own primitives and the JDK. */
    static StackTraceElement[] outsideKernel(StackTraceElement[] trace) {
        return Arrays.stream(trace).filter(Stacks::isOutside).toArray(StackTraceElement[]::new);
    }

    private static boolean isOutside(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.startsWith("java.") && !type.startsWith("jdk.")
            && !((type.startsWith(PACKAGE) || type.startsWith(BASE)) && PRIMITIVES.contains(simpleName(type)));
    }

    /** Of the outermost class, without package. */
    private static String simpleName(String type) {
        int inner = type.indexOf('$');
        return type.substring(type.lastIndexOf('.') + 1, inner < 0 ? type.length() : inner);
    }
}
