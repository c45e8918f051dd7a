// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.bed;

import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_QDIO_CAPABILITY;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_VALIDITY;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.qdio.SubchannelInterrupts;

/** A subchannel whose operations succeed at once, and behind which there is no channel: nothing sent is ever answered. */
public final class StubSubchannel implements Subchannel {
    /** What SSQD reports. */
    public int qdioac2 = 0x00d2;
    /** Condition code of establish. */
    public int establishCc = CC_OK;
    /** Condition code of activate. */
    public int activateCc = CC_OK;
    public int ssqdRc;
    public int siosls;
    public int sioslRc;

    private SubchannelInterrupts interrupts;
    private long qdr;

    @Override
    public int number() {
        return 0x1a;
    }

    @Override
    public void setInterruptHandler(SubchannelInterrupts handler) {
        interrupts = handler;
    }

    @Override
    public int establish(long qdrAddress) {
        qdr = qdrAddress;
        if (establishCc == CC_OK) {
            Qib.ac(Qdr.qiba(qdr), QIB_AC_OUTBOUND_PCI_SUPPORTED);
            interrupts.ioInterrupt(0, SubchannelInterrupts.DEV_STAT_CHN_END | SubchannelInterrupts.DEV_STAT_DEV_END);
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
    public int clear() {
        interrupts.ioInterrupt(0, 0);
        return CC_OK;
    }

    @Override
    public int halt() {
        interrupts.ioInterrupt(0, 0);
        return CC_OK;
    }

    @Override
    public int sigaWrite(int outputMask) {
        return CC_OK;
    }

    @Override
    public int sigaRead(int inputMask) {
        return CC_OK;
    }

    @Override
    public int sigaSync(int outputMask, int inputMask) {
        return CC_OK;
    }

    @Override
    public int setIndicator(long indicatorAddress) {
        return 0;
    }

    @Override
    public int storeSsqd(long descriptor) {
        Memory.zero(descriptor, QdioSsqdDesc.SIZE);
        QdioSsqdDesc.flags(descriptor, CHSC_FLAG_QDIO_CAPABILITY | CHSC_FLAG_VALIDITY);
        QdioSsqdDesc.sch(descriptor, number());
        QdioSsqdDesc.qdioac1(descriptor, 0x20 | 0x08 | 0x04);
        QdioSsqdDesc.qdioac2(descriptor, qdioac2);
        return ssqdRc;
    }

    @Override
    public int siosl() {
        siosls++;
        return sioslRc;
    }
}
