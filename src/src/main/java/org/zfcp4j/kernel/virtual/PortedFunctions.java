// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.lang.reflect.Method;
import java.util.List;
import org.zfcp4j.kernel.LinuxSource;

/** Names of the C functions that a stack trace goes through. */
final class PortedFunctions {
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

    private static String of(StackTraceElement frame) {
        try {
            Class<?> type = Class.forName(frame.getClassName(), false, PortedFunctions.class.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                LinuxSource source = method.getAnnotation(LinuxSource.class);
                if (source != null && method.getName().equals(frame.getMethodName())) {
                    return source.value()[0].substring(source.value()[0].indexOf(':') + 1);
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            return "";
        }
        return "";
    }
}
