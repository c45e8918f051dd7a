// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** Loads all classes of this program anew, changed as asked. What both copies exchange are types of the JDK. */
public final class CopyLoader extends ClassLoader {
    /** {@code Memory.CHECKING_LOADER}: this class knows no other one, which it would load by the wrong loader. */
    private static final String CHECKED = "checked";
    private static final String PLAIN = "copy";
    private static final String OURS = "org.zfcp4j.";

    private final UnaryOperator<byte[]> change;

    static {
        registerAsParallelCapable();
    }

    private CopyLoader(String name, UnaryOperator<byte[]> change) {
        super(name, CopyLoader.class.getClassLoader());
        this.change = change;
    }

    /** @param change gets the class files, and returns those to load */
    public static CopyLoader plain(UnaryOperator<byte[]> change) {
        return new CopyLoader(PLAIN, change);
    }

    /** The same, and in the copy {@code Memory.CHECKED} is true. */
    public static CopyLoader checked(UnaryOperator<byte[]> change) {
        return new CopyLoader(CHECKED, change);
    }

    /** True in a copy: there, {@code type} was loaded by an object of this class, of which that class does not know. */
    public static boolean hasLoaded(Class<?> type) {
        String name = type.getClassLoader().getName();
        return PLAIN.equals(name) || CHECKED.equals(name);
    }

    /** Makes an object of the copy of {@code type}, by its constructor without parameters. */
    public <T> T newInstance(Class<?> type, Class<T> as) {
        try {
            return as.cast(Class.forName(type.getName(), true, this).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be loaded anew", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = change.apply(in.readAllBytes());
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
