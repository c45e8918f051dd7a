// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;

/** {@code struct zfcp_diag_header}: a cached QTCB bottom with its age; all under {@link #accessLock}. */
public final class DiagHeader {
    /** Where the time comes from. */
    public final Kernel kernel;
    public final SpinLock accessLock;
    public boolean updating;
    public boolean incomplete;
    /** Jiffies of the last capture. */
    public long timestamp;
    /** Copy of the bottom, big-endian as the channel wrote it. */
    public final byte[] buffer;

    public DiagHeader(Kernel kernel, int size) {
        this.kernel = kernel;
        this.accessLock = kernel.spinLock("diag.access_lock", this);
        this.buffer = new byte[size];
    }
}
