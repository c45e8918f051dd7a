// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;

/** {@code struct zfcp_diag_adapter}: cached answers to exchange port data and exchange config data. */
public final class DiagAdapter {
    /** Age in milliseconds from which a cached answer is fetched again. */
    public volatile long maxAge;
    public final DiagHeader portData;
    public final DiagHeader configData;
    public boolean sysfsEstablished;

    /** @param bottomSize bytes of a QTCB bottom */
    public DiagAdapter(Kernel kernel, int bottomSize) {
        this.portData = new DiagHeader(kernel, bottomSize);
        this.configData = new DiagHeader(kernel, bottomSize);
    }
}
