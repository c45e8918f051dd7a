// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import org.zfcp4j.checked.FieldAccess;
import org.zfcp4j.checked.FieldGuard;
import org.zfcp4j.layout.Access;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.MemoryGuard;

/** Leads each access to the detector of the world that its thread belongs to: several worlds may be played at a time. */
public final class Races {
    private static final InheritableThreadLocal<RaceDetector> CURRENT = new InheritableThreadLocal<>();
    private static final MemoryGuard MEMORY = Races::memory;

    static {
        Memory.guard(MEMORY);
        FieldAccess.guard(new FieldGuard() {
            @Override
            public void access(Object owner, String field, boolean write) {
                RaceDetector detector = CURRENT.get();
                if (detector != null) {
                    detector.field(owner, field, write);
                }
            }

            @Override
            public void fence(String kind) {
                RaceDetector detector = CURRENT.get();
                if (detector != null) {
                    detector.fence(kind);
                }
            }
        });
    }

    private Races() {
    }

    /** The threads that this one starts belong to the world of {@code detector}; null for none. */
    static void enter(RaceDetector detector) {
        CURRENT.set(detector);
    }

    private static void memory(long address, long length, Access access) {
        RaceDetector detector = CURRENT.get();
        if (detector != null) {
            detector.memory(address, length, access);
        }
    }
}
