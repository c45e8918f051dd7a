// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

/** Sees the accesses to fields in the classes that {@link FieldInstrumenter} has changed. Any thread. */
public interface FieldGuard {
    /**
     * Called before the access.
     *
     * @param owner the object; null for a static field
     * @param field {@code org/zfcp4j/zfcp/def/Adapter.reqNo}: one string object for each field and class that accesses it
     */
    void access(Object owner, String field, boolean write);

    /** The thread has passed a fence: {@code fullFence}, {@code acquireFence} or another one of {@code VarHandle}. */
    void fence(String kind);
}
