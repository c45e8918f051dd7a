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
}
