// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

/** What an access to a line needs from the other caches. */
public enum Effect {
    /** Nothing: the line is here, in a state that allows the access. */
    HIT,
    /** The line is here, shared: the copies of others are invalidated. Nothing moves. */
    UPGRADE,
    /** The line comes from memory, where it was since the start. */
    COLD,
    /** The line comes from the cache of another processor. */
    TRANSFER
}
