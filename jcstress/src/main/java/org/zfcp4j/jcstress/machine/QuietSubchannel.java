// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_OUT_PCI;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_THININT;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_OUTPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;

import org.zfcp4j.lab.fake.WillingSubchannel;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;

/** A subchannel that does nothing by itself: the actors of a test play the channel. It counts the signals for output. */
final class QuietSubchannel extends WillingSubchannel {
    private long outputSlsb;
    /** Plain: only the thread that plays the driver signals, and only it asks. */
    private int signals;

    QuietSubchannel() {
        super(0, AC1_SIGA_OUTPUT_NEEDED | AC1_AUTOMATIC_SYNC_ON_THININT | AC1_AUTOMATIC_SYNC_ON_OUT_PCI, 0);
    }

    /** Absolute address of the SLSB of the output queue, as establish passed it. */
    long outputSlsb() {
        return outputSlsb;
    }

    /** How often SIGA-w was issued, for the thread that issues it. */
    int signals() {
        return signals;
    }

    @Override
    public int establish(long qdr) {
        Qib.AC.set(Qdr.QIBA.get(qdr), QIB_AC_OUTBOUND_PCI_SUPPORTED);
        outputSlsb = Qdesfmt0.SLSBA.get(Qdr.QDF0.at(qdr, Qdr.IQDCNT.get(qdr)));
        established();
        return CC_OK;
    }

    @Override
    public int sigaWrite(int outputMask) {
        signals++;
        return CC_OK;
    }
}
