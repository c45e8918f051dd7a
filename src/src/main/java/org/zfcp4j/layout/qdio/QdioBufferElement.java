// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/**
 * SBAL element (SBALE): one piece of storage of a request or a response.
 *
 * <p>Plain memory of whoever owns the SBAL; ownership passes with the {@link Slsb}. In element 0 of a request
 * {@code addr} is the request id and not an address.
 */
public final class QdioBufferElement {
    private static final Members MEMBERS = Members.device("qdio_buffer_element");
    /**
     * Element flags, {@code SBAL_EFLAGS_*}; {@link QdioConstants#SBAL_EFLAGS_LAST_ENTRY} marks the last used
     * element.
     */
    public static final U8 EFLAGS = MEMBERS.u8("eflags");
    /** Number of SBALs that follow in a multiple-buffer request; meaningful in element 0 of its first SBAL. */
    public static final U8 SCOUNT = MEMBERS.reserved8("res1").u8("scount");
    /** SBAL flags, {@code SBAL_SFLAGS0_*}; meaningful in element 0: command, direction, chaining. */
    public static final U8 SFLAGS = MEMBERS.u8("sflags");
    /** Length of the storage in bytes; in element 0 the data division count. */
    public static final U32 LENGTH = MEMBERS.u32("length");
    /** Absolute address of the storage; in element 0 of a request or a response, the request id. */
    public static final U64 ADDR = MEMBERS.u64("addr");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(16);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private QdioBufferElement() {
    }
}
