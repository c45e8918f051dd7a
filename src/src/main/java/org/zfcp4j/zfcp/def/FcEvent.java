// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.ListNode;

/** {@code struct zfcp_fc_event}: an event to be posted to the FC transport class. */
public final class FcEvent {
    public final ListNode<FcEvent> list = new ListNode<>(this);
    /** An FCH_EVT_ code. */
    public int code;
    public int data;
}
