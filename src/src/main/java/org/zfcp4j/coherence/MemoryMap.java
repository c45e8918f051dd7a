// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

/** Says what lies at an address. */
public interface MemoryMap {
    /** A number for what lies there; negative for memory that does not count. */
    int label(long address);
}
