// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A member of a hardware or wire structure. {@link Members} creates it, and its type defines how it is accessed.
 *
 * <p>The implementations are records because the JIT trusts the fields of a record that is a constant: in compiled code an access
 * through a {@code static final} field handle is a load or store with a constant offset.
 */
public sealed interface Field permits BitField, Bytes, Part, Parts, S16, U16, U16s, U24, U32, U32s, U64, U64s, U8 {

    /** The C name; inside of a union or an inner structure, without the names around it. */
    String name();

    /** Distance from the start of the outermost structure in bytes; of a bit field, that of the scalar that holds it. */
    long offset();

    /** Length in bytes; of a bit field, that of the scalar that holds it. */
    long size();
}
