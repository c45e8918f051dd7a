// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/**
 * What a {@link Subchannel} reports. The first three methods are called in hard interrupt context, and for one subchannel never
 * two at a time; {@link #ioInterrupt} also from within the instruction that it answers. {@link #path} is called in process
 * context.
 */
public interface SubchannelInterrupts {
    /** Device status: channel end. */
    int DEV_STAT_CHN_END = 0x08;
    /** Device status: device end. */
    int DEV_STAT_DEV_END = 0x04;
    /** Device status: unit check; sense data say why. */
    int DEV_STAT_UNIT_CHECK = 0x02;
    /** Device status: unit exception. */
    int DEV_STAT_UNIT_EXCEP = 0x01;
    /** Subchannel status: program-controlled interrupt; while queues are active it stands for queue activity. */
    int SCHN_STAT_PCI = 0x80;
    /** Subchannel status: program check, for instance an address out of main storage. */
    int SCHN_STAT_PROG_CHECK = 0x20;
    /** Subchannel status: channel control check. */
    int SCHN_STAT_CHN_CTRL_CHK = 0x04;

    /**
     * An I/O interrupt. Queues established: subchannel status 0, device status {@code CHN_END | DEV_END}; establish failed:
     * anything else. Halt or clear done: both 0. Queues were stopped by the channel ("activate check"): anything else but PCI.
     *
     * @param cstat subchannel status, {@code SCHN_STAT_*}
     * @param dstat device status, {@code DEV_STAT_*}
     */
    void ioInterrupt(int cstat, int dstat);

    /** The I/O function ended without status: the device is gone or the path was lost. {@code -EIO} or {@code -ETIMEDOUT}. */
    void ioError(int errno);

    /** An adapter (thin) interrupt: look at the queues. The indicator was set before. */
    void thinInterrupt();

    /** The device or its last path went away, came back, or does not answer. */
    void path(CioEvent event);
}
