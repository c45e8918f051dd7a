// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.zfcp4j.coherence.Labels;
import org.zfcp4j.kernel.Kref;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ReqList;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/**
 * Addresses for what has none in Java: the driver's own structures. Members of the adapter, of its queues, of a port and of a LUN lie where
 * C has them, so that they share lines as in C; whatever else is shared has lines of its own.
 */
final class HostMemory {
    /** Above all addresses of storage. */
    static final long BASE = 1L << 56;
    private static final long POINTER = 8;
    /** Structures do not share lines with each other. */
    private static final long ALIGN = 4096;
    private static final Map<Class<?>, String> STRUCTURES = Map.of(Adapter.class, "zfcp_adapter", ZfcpQdio.class, "zfcp_qdio",
            Port.class, "zfcp_port", ScsiDev.class, "zfcp_scsi_dev", ReqList.class, "zfcp_reqlist");

    /** A field that the driver accesses: where it lies in its structure, or that it does not count. */
    private record Member(String label, long offset) {
        static final Member NONE = new Member(null, 0);
    }

    private final Properties offsets = new Properties();
    private final Labels labels;
    private final Map<Object, Long> structures = new IdentityHashMap<>();
    private final Map<String, Member> members = new HashMap<>();
    private final Map<Long, Integer> known = new HashMap<>();
    private long next = BASE;

    HostMemory(Labels labels) {
        this.labels = labels;
        try (InputStream in = HostMemory.class.getResourceAsStream("structures.properties")) {
            offsets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The label of an address that this class has given away. */
    int label(long address) {
        return known.getOrDefault(address, -1);
    }

    /** The address of a primitive of the kernel; 0 if it belongs to the experiment or to the memory allocator. */
    long addressOf(Shared object) {
        Object owner = object.owner();
        if (owner instanceof CostMachine || isCache(owner)) {
            return 0;
        }
        String structure = owner == null ? null : STRUCTURES.get(owner.getClass());
        String name = object.name().substring(object.name().lastIndexOf('>') + 1);
        String offset = structure == null ? null : offsets.getProperty(structure + '.' + name);
        if (offset == null) {
            return known(structure(object), object.name());
        }
        return known(structure(owner) + Long.parseLong(offset), structure + '.' + name);
    }

    /** Linux has free lists for each processor there. */
    private static boolean isCache(Object owner) {
        return owner != null && owner.getClass().getPackageName().equals("org.zfcp4j.kernel")
                && !(owner instanceof Kref<?>);
    }

    /** The address of a field; 0 if it does not count: C has the structure itself where Java has a reference that never changes. */
    long addressOf(Object owner, String field) {
        Member member = members.computeIfAbsent(field, this::member);
        return member == Member.NONE ? 0 : known(structure(owner) + member.offset, member.label);
    }

    private Member member(String field) {
        int dot = field.lastIndexOf('.');
        String name = field.substring(dot + 1);
        Class<?> type;
        try {
            type = Class.forName(field.substring(0, dot).replace('/', '.'));
            Field declared = declared(type, name);
            if (Modifier.isFinal(declared.getModifiers())) {
                return Member.NONE;
            }
            type = declared.getDeclaringClass();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " is no field", e);
        }
        String structure = STRUCTURES.get(type);
        String c = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        String offset = structure == null ? null : offsets.getProperty(structure + '.' + c);
        if (offset != null) {
            return new Member(structure + '.' + c, Long.parseLong(offset));
        }
        if (structure != null) {
            // C keeps it elsewhere, or has no such member
            return Member.NONE;
        }
        return new Member(offsets.getProperty("class." + type.getSimpleName(), type.getSimpleName()), POINTER * indexOf(type, name));
    }

    private static Field declared(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (f.getName().equals(name)) {
                    return f;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    /** Members lie in the order of declaration, those of a superclass before. */
    private static long indexOf(Class<?> type, String name) {
        long index = 0;
        for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
            index += c.getDeclaredFields().length;
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                break;
            }
            index++;
        }
        return index;
    }

    private long known(long address, String label) {
        known.computeIfAbsent(address, a -> labels.of(label));
        return address;
    }

    private long structure(Object object) {
        return structures.computeIfAbsent(object, o -> next += ALIGN);
    }
}
