// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.bed;

import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;

import org.zfcp4j.lab.fake.WillingSubchannel;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;

/** A subchannel whose operations succeed at once, and behind which there is no channel: nothing sent is answered by itself. */
public final class StubSubchannel extends WillingSubchannel {
    /** What SSQD reports. */
    public int qdioac2 = 0x00d2;
    /** Condition code of establish. */
    public int establishCc = CC_OK;
    /** Condition code of activate. */
    public int activateCc = CC_OK;
    public int ssqdRc;
    public int siosls;
    public int sioslRc;
    /** Condition code of SIGA-w. */
    public int sigaCc = CC_OK;
    /** What the channel does at a SIGA-w, whatever its condition code. */
    public Runnable atSiga = () -> { };

    private long qdr;

    public StubSubchannel() {
        super(0x1a, 0x20 | 0x08 | 0x04, 0);
    }

    @Override
    public int establish(long qdrAddress) {
        qdr = qdrAddress;
        if (establishCc == CC_OK) {
            Qib.AC.set(Qdr.QIBA.get(qdr), QIB_AC_OUTBOUND_PCI_SUPPORTED);
            established();
        }
        return establishCc;
    }

    /** What the last establish passed. */
    public long qdr() {
        return qdr;
    }

    @Override
    public int activate() {
        return activateCc;
    }

    @Override
    public int sigaWrite(int outputMask) {
        atSiga.run();
        return sigaCc;
    }

    @Override
    public int storeSsqd(long descriptor) {
        super.storeSsqd(descriptor);
        QdioSsqdDesc.QDIOAC2.set(descriptor, qdioac2);
        return ssqdRc;
    }

    @Override
    public int siosl() {
        siosls++;
        return sioslRc;
    }
}
