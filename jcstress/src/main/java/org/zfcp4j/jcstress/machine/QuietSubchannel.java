// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_OUT_PCI;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_THININT;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_OUTPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_QDIO_CAPABILITY;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_VALIDITY;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.qdio.SubchannelInterrupts;

/** A subchannel that does nothing by itself: the actors of a test play the channel. It counts the signals for output. */
final class QuietSubchannel implements Subchannel {
    private SubchannelInterrupts interrupts;
    private long outputSlsb;
    /** Plain: only the thread that plays the driver signals, and only it asks. */
    private int signals;

    /** Absolute address of the SLSB of the output queue, as establish passed it. */
    long outputSlsb() {
        return outputSlsb;
    }

    /** How often SIGA-w was issued, for the thread that issues it. */
    int signals() {
        return signals;
    }

    @Override
    public int number() {
        return 0;
    }

    @Override
    public void setInterruptHandler(SubchannelInterrupts handler) {
        interrupts = handler;
    }

    @Override
    public int establish(long qdr) {
        Qib.ac(Qdr.qiba(qdr), QIB_AC_OUTBOUND_PCI_SUPPORTED);
        outputSlsb = Qdesfmt0.slsba(Qdr.qdf0(qdr, Qdr.iqdcnt(qdr)));
        interrupts.ioInterrupt(0, SubchannelInterrupts.DEV_STAT_CHN_END | SubchannelInterrupts.DEV_STAT_DEV_END);
        return CC_OK;
    }

    @Override
    public int activate() {
        return CC_OK;
    }

    @Override
    public int clear() {
        interrupts.ioInterrupt(0, 0);
        return CC_OK;
    }

    @Override
    public int halt() {
        return clear();
    }

    @Override
    public int sigaWrite(int outputMask) {
        signals++;
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
        QdioSsqdDesc.qdioac1(descriptor,
                AC1_SIGA_OUTPUT_NEEDED | AC1_AUTOMATIC_SYNC_ON_THININT | AC1_AUTOMATIC_SYNC_ON_OUT_PCI);
        return 0;
    }

    @Override
    public int siosl() {
        return 0;
    }
}
