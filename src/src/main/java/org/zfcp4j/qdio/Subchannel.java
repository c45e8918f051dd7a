// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/**
 * The instructions that a driver has for one QDIO subchannel; everything else passes through main storage. An
 * implementation is hardware: the native mock, or a fake in a test.
 *
 * <p>{@link #establish}, {@link #activate}, {@link #halt} and {@link #clear} start a function and return its condition code at
 * once; its end is reported by {@link SubchannelInterrupts#ioInterrupt}. An implementation whose operations take no time may
 * report it before the instruction returns, in the context that issues it. Addresses are absolute. The SIGA forms may be called from any
 * context, also with spin locks held, and must not block.
 */
public interface Subchannel {
    /** Condition code: the function was started, or the signal was accepted. */
    int CC_OK = 0;
    /** Condition code: status is pending; for SIGA an error. */
    int CC_STATUS_PENDING = 1;
    /** Condition code: busy; for SIGA-w out of resources, or busy if {@link #SIGA_BUSY} is set with it. */
    int CC_BUSY = 2;
    /** Condition code: not operational. */
    int CC_NOT_OPERATIONAL = 3;
    /** Set in addition to {@link #CC_BUSY} by {@link #sigaWrite} if the queue could not be accessed just now. */
    int SIGA_BUSY = 0x8000_0000;

    /** The number of the subchannel in its set, as the SSQD answer repeats it. */
    int number();

    /** Where interrupts go from now on; there is one handler at a time. */
    void setInterruptHandler(SubchannelInterrupts handler);

    /**
     * Starts the CCW that establishes queues (CIW type 3). The channel learns the address of everything else from the QDR, and
     * stores the adapter characteristics it has into {@code qib.ac} before it reports channel end and device end.
     *
     * @param qdrAddress absolute address of the queue description record
     * @return condition code
     */
    int establish(long qdrAddress);

    /**
     * Starts the CCW that activates the queues (CIW type 4). It does not end while the queues are active: an interrupt with
     * status means that they have stopped.
     *
     * @return condition code
     */
    int activate();

    /** Clear subchannel: ends any function; the queues are no longer active when its interrupt arrives. Condition code. */
    int clear();

    /** Halt subchannel: ends the function in an orderly way. Condition code. */
    int halt();

    /**
     * SIGA-w: there is work on output queues.
     *
     * @param outputMask queue 0 is the leftmost bit
     * @return condition code, possibly with {@link #SIGA_BUSY}
     */
    int sigaWrite(int outputMask);

    /** SIGA-r: input queues were given empty buffers. Condition code. */
    int sigaRead(int inputMask);

    /** SIGA-s: makes SLSB changes visible that a hypervisor keeps back. Condition code. */
    int sigaSync(int outputMask, int inputMask);

    /**
     * Sets the indicator for adapter (thin) interrupts: before it raises one, the channel stores a value other than 0 into the
     * 32-bit word at this address, with release ordering. 0 ends adapter interrupts.
     *
     * @param indicatorAddress absolute address, or 0
     * @return 0 or a negative errno
     */
    int setIndicator(long indicatorAddress);

    /**
     * Store subchannel QDIO data: fills in a {@code struct qdio_ssqd_desc}.
     *
     * @param descriptorAddress absolute address of 32 bytes
     * @return 0 or a negative errno
     */
    int storeSsqd(long descriptorAddress);

    /** Start hardware logging in the channel ("set I/O subchannel logging"). 0 or a negative errno. */
    int siosl();
}
