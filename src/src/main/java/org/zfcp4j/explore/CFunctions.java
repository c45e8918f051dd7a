// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zfcp4j.linux.LinuxSource;

/** Finds out which C function the running code is the port of. */
public final class CFunctions {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private CFunctions() {
    }

    /** The innermost one of the port; empty if there is none, as for the hardware. */
    static String current() {
        String source = WALKER.walk(frames -> frames.map(CFunctions::of).filter(name -> !name.isEmpty()).findFirst().orElse(""));
        return source.substring(source.indexOf(':') + 1);
    }

    /** All of them with their files, innermost first: {@code zfcp_fsf.c:zfcp_fsf_status_read}. */
    public static List<String> callChain() {
        return WALKER.walk(frames -> frames.map(CFunctions::of).filter(name -> !name.isEmpty()).toList());
    }

    private static String of(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        if (!type.getName().startsWith("org.zfcp4j.zfcp.") && !type.getName().startsWith("org.zfcp4j.qdio.")) {
            return "";
        }
        return KNOWN.computeIfAbsent(type.getName() + '.' + frame.getMethodName() + frame.getDescriptor(), key -> find(type, frame));
    }

    private static String find(Class<?> type, StackFrame frame) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(frame.getMethodName())
                    && Arrays.equals(method.getParameterTypes(), frame.getMethodType().parameterArray())) {
                LinuxSource[] sources = method.getAnnotationsByType(LinuxSource.class);
                return sources.length == 0 ? "" : sources[0].value()[0];
            }
        }
        return "";
    }
}
