// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.util.function.Consumer;
import org.zfcp4j.scsi.ScatterList;

/** {@code struct zfcp_fsf_ct_els}: a CT or ELS request and what to do with its response. */
public final class CtEls {
    public ScatterList req;
    public ScatterList resp;
    /** Called with {@link #handlerData} when the response is there, in the context of the completion. */
    public Consumer<Object> handler;
    public Object handlerData;
    /** Only for the ADISC of the link test. */
    public Port port;
    /** 0, or a negative errno or not 0 on failure. */
    public volatile int status;
    /** Destination: of an ELS, or of the well-known port of a CT request. */
    public int dId;
}
