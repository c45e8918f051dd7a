// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** A heap object of which it can be noticed that somebody uses it after it was freed. */
public interface Poisonable {
    /** Overwrites what it holds with what nobody can work with. */
    void poison();

    /** True if nothing was written to it since. */
    boolean isPoisoned();
}
