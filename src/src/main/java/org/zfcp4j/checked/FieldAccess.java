// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

/** What changed classes call before they access a field. */
public final class FieldAccess {
    private static volatile FieldGuard guard = new FieldGuard() {
        @Override
        public void access(Object owner, String field, boolean write) {
        }

        @Override
        public void fence(String kind) {
        }
    };

    private FieldAccess() {
    }

    /** Installs the judge of every access to a field of a changed class; the guard that it replaces. */
    public static FieldGuard guard(FieldGuard newGuard) {
        FieldGuard old = guard;
        guard = newGuard;
        return old;
    }

    /** A field is about to be loaded. */
    public static void read(Object owner, String field) {
        guard.access(owner, field, false);
    }

    /** A fence was passed. */
    public static void fence(String kind) {
        guard.fence(kind);
    }

    /** A field is about to be stored. */
    public static void write(Object owner, String field) {
        guard.access(owner, field, true);
    }
}
