// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** An object that several tasks can see: a primitive of the virtual kernel. */
public interface Shared {
    /** Number in the order of creation within its kernel. */
    int id();

    /** The C name of the variable. */
    String name();

    /** The object that it is a member of; may be null. */
    Object owner();

    /**
     * Digest of what the object holds, as far as it can bear on what a task does; times count from now. 0 for an object that
     * is as it was made, so that it does not matter which one of several is used.
     */
    long content();
}
