// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zfcp4j.linux.LinuxSource;

/** Names of the C functions that a stack trace goes through. */
public final class PortedFunctions {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private PortedFunctions() {
    }

    /** The innermost function that is the port of one in C; empty if there is none. */
    static String innermost(List<StackTraceElement> stack) {
        for (StackTraceElement frame : stack) {
            String name = of(frame);
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    /** All functions in a stack that are the port of one in C, in its order. */
    public static List<String> chain(List<StackTraceElement> stack) {
        return stack.stream().map(PortedFunctions::of).filter(name -> !name.isEmpty()).toList();
    }

    /** The frames outside the kernel's own primitives and the JDK. */
    public static List<StackTraceElement> outsideKernel(StackTraceElement[] stack) {
        return List.of(Stacks.outsideKernel(stack));
    }

    private static String of(StackTraceElement frame) {
        return KNOWN.computeIfAbsent(frame.getClassName() + '.' + frame.getMethodName(), name -> find(frame));
    }

    private static String find(StackTraceElement frame) {
        try {
            Class<?> type = Class.forName(frame.getClassName(), false, PortedFunctions.class.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                LinuxSource[] sources = method.getAnnotationsByType(LinuxSource.class);
                if (sources.length != 0 && method.getName().equals(frame.getMethodName())) {
                    String source = sources[0].value()[0];
                    return source.substring(source.indexOf(':') + 1);
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            return "";
        }
        return "";
    }
}
