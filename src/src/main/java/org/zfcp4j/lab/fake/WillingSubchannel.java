// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.fake;

import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_QDIO_CAPABILITY;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_VALIDITY;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.qdio.SubchannelInterrupts;

/**
 * A subchannel whose instructions succeed at once without effect; a channel behind it overrides those that have one. Methods are
 * called in the driver's contexts, as {@link Subchannel} says.
 */
public abstract class WillingSubchannel implements Subchannel {
    private final int number;
    private final int qdioac1;
    private final int qdioac2;
    /** The interrupt handler; null before the device is online. */
    protected SubchannelInterrupts interrupts;
    /** Absolute address of the indicator of adapter interrupts; 0 without. */
    protected long indicator;

    /**
     * @param number the subchannel's
     * @param qdioac1 what SSQD says of signals, {@code AC1_*}
     * @param qdioac2 what it says of other facilities, {@code CHSC_AC2_*}
     */
    protected WillingSubchannel(int number, int qdioac1, int qdioac2) {
        this.number = number;
        this.qdioac1 = qdioac1;
        this.qdioac2 = qdioac2;
    }

    @Override
    public final int number() {
        return number;
    }

    @Override
    public final void setInterruptHandler(SubchannelInterrupts handler) {
        interrupts = handler;
    }

    /** The interrupt that says that the queues are established. */
    protected final void established() {
        interrupts.ioInterrupt(0, SubchannelInterrupts.DEV_STAT_CHN_END | SubchannelInterrupts.DEV_STAT_DEV_END);
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
    public final int halt() {
        return clear();
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
    public final int setIndicator(long indicatorAddress) {
        indicator = indicatorAddress;
        return 0;
    }

    @Override
    public int storeSsqd(long descriptor) {
        Memory.zero(descriptor, QdioSsqdDesc.SIZE);
        QdioSsqdDesc.FLAGS.set(descriptor, CHSC_FLAG_QDIO_CAPABILITY | CHSC_FLAG_VALIDITY);
        QdioSsqdDesc.SCH.set(descriptor, number);
        QdioSsqdDesc.QDIOAC1.set(descriptor, qdioac1);
        QdioSsqdDesc.QDIOAC2.set(descriptor, qdioac2);
        return 0;
    }

    @Override
    public int siosl() {
        return 0;
    }
}
