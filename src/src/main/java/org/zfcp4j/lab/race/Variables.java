// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of fields, as in C. */
final class Variables {
    private static final Map<String, Boolean> CONSTANT = new ConcurrentHashMap<>();

    private Variables() {
    }

    /** {@code adapter.req_no} for {@code org/zfcp4j/zfcp/def/Adapter.reqNo}. */
    static String name(String field) {
        String simple = field.substring(field.lastIndexOf('/') + 1);
        return (simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1)).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** True if the field never changes. */
    static boolean isConstant(String field) {
        return CONSTANT.computeIfAbsent(field, Variables::isFinal);
    }

    private static boolean isFinal(String field) {
        int dot = field.lastIndexOf('.');
        try {
            for (Class<?> c = Class.forName(field.substring(0, dot).replace('/', '.')); c != null; c = c.getSuperclass()) {
                for (Field f : c.getDeclaredFields()) {
                    if (f.getName().equals(field.substring(dot + 1))) {
                        return Modifier.isFinal(f.getModifiers());
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(field + " is no field", e);
        }
        return false;
    }
}
