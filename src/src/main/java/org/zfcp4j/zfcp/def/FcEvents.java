// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Work;

/** {@code struct zfcp_fc_events}: events that wait for process context; {@link #listLock} protects {@link #list}. */
public final class FcEvents {
    public final ListHead<FcEvent> list = new ListHead<>();
    public final SpinLock listLock;
    public final Work work;

    public FcEvents(Kernel kernel, Adapter adapter, Consumer<Work> postEvent) {
        this.listLock = kernel.spinLock("events.list_lock", this);
        this.work = kernel.work("events.work", adapter, postEvent);
    }
}
