// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U32s;
import org.zfcp4j.layout.U64;

/**
 * Status read buffer (SRB): an unsolicited notification of the channel, one page.
 *
 * <p>The driver posts empty ones; the channel fills one for each notification. What the payload means follows from
 * {@link #STATUS_TYPE}.
 */
public final class FsfStatusReadBuffer {
    private static final Members MEMBERS = Members.device("fsf_status_read_buffer");
    /** Kind of notification, {@code FSF_STATUS_READ_*}. */
    public static final U32 STATUS_TYPE = MEMBERS.u32("status_type");
    /** Detail of the kind, {@code FSF_STATUS_READ_SUB_*}. */
    public static final U32 STATUS_SUBTYPE = MEMBERS.u32("status_subtype");
    /** Number of bytes the channel has filled in, counted from the start of the buffer. */
    public static final U32 LENGTH = MEMBERS.u32("length");
    /** The designator of the queues it is about, see {@link FsfQueueDesignator}. */
    public static final Part QUEUE_DESIGNATOR = MEMBERS.reserved32("res1").part("queue_designator", FsfQueueDesignator.LAYOUT);
    /** Fibre Channel address of the remote port it is about, 24 bits. */
    public static final U24 D_ID = MEMBERS.reserved8("res2").u24("d_id");
    /** Fibre Channel class of service of a received frame. The C name, {@code class}, is a Java keyword. */
    public static final U32 CLASS = MEMBERS.u32("class");
    /** LUN it is about. */
    public static final U64 FCP_LUN = MEMBERS.u64("fcp_lun");
    private static final Members PAYLOAD_MEMBERS = MEMBERS.reserved("res3", 24).union("payload");
    /** Length of {@code payload.data} in bytes. */
    public static final int LENGTH_PAYLOAD_DATA = 4032;
    /** The payload as bytes: the ELS request of an incoming ELS. */
    public static final Bytes PAYLOAD_DATA = PAYLOAD_MEMBERS.bytes("data", LENGTH_PAYLOAD_DATA);
    /** A word of the payload: the adapter features of a feature-update alert, the lost types of a notification-lost. */
    public static final U32s PAYLOAD_WORD = PAYLOAD_MEMBERS.u32s("word", 1008);
    /** The payload of a link-down, see {@link FsfLinkDownInfo}. */
    public static final Part PAYLOAD_LINK_DOWN_INFO = PAYLOAD_MEMBERS.part("link_down_info", FsfLinkDownInfo.LAYOUT);
    /** The payload of a bit-error threshold, see {@link FsfBitErrorPayload}. */
    public static final Part PAYLOAD_BIT_ERROR = PAYLOAD_MEMBERS.part("bit_error", FsfBitErrorPayload.LAYOUT);
    /** The payload of a version change, see {@link FsfVersionChange}. From level 7.1 on. */
    public static final Part PAYLOAD_VERSION_CHANGE = PAYLOAD_MEMBERS.part("version_change", FsfVersionChange.LAYOUT);
    /** The payload. */
    public static final Part PAYLOAD = PAYLOAD_MEMBERS.whole();

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfStatusReadBuffer() {
    }
}
