// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

/** What a {@link Fault} does; the numbers are those of {@code enum fcp_fault_action}. */
public enum FaultAction {
    /** The command ends with protocol status {@link Fault#value}, qualifier {@link Fault#qualifier}. */
    PROT_STATUS(1),
    /** The command ends with FSF status {@link Fault#value}, qualifier {@link Fault#qualifier}. */
    FSF_STATUS(2),
    /** The command is fetched and never answered. */
    SILENCE(3),
    /** The command ends {@link Fault#delayNanos} later; adds to what other rules do. */
    DELAY(4),
    /** Its SBAL gets SLSB state {@link Fault#value}, 0 meaning OUTPUT ERROR; it is not carried out. */
    SLSB_OUTPUT(5),
    /** The SBAL of its response gets SLSB state {@link Fault#value}, 0 meaning INPUT ERROR, and scount {@code qualifier[0]}. */
    SLSB_INPUT(6),
    /** SIGA-w returns condition code {@link Fault#value}; {@link Fault#flags} 1: the channel fetches nevertheless. */
    SIGA(7),
    /**
     * Establish ends with device status {@link Fault#value} and subchannel status {@code qualifier[0]}; both 0: unit check. With
     * {@link Fault#flags} 1 it never ends: the subchannel is busy until it is cleared or halted.
     */
    ESTABLISH(8),
    /** Activate ends likewise. */
    ACTIVATE(9),
    /** The response carries the request id xor {@link Fault#value}. */
    REQ_ID(10),
    /** An FCP command ends with {@link Fault#data} as FCP_RSP; it is not carried out. */
    FCP_RSP(11),
    /** A CT request is rejected: reason {@link Fault#value}, explanation {@code qualifier[0]}. */
    CT_REJECT(12),
    /** A CT answer has residual size {@link Fault#value}. */
    CT_RESIDUAL(13),
    /** No entry of a GPN_FT answer has the LAST flag. */
    CT_NO_LAST(14),
    /** Open port and ADISC answer with the WWPN {@code qualifier[0], qualifier[1]}. */
    WWPN(15),
    /** SBALE 0 of its response has scount {@link Fault#value}. */
    INPUT_SCOUNT(16),
    /**
     * When it was fetched, unsolicited status of type {@link Fault#value}, subtype {@link Fault#flags}, with payload
     * {@link Fault#data} is to be reported, {@link Fault#delayNanos} later; whatever other rules do.
     */
    NOTIFY(17),
    /** Clear and halt have their effect, and are never answered. */
    CLEAR(18),
    /** An FCP command that a reset ends is answered, as aborted, when its time comes. */
    STUBBORN(19);

    private final int number;

    FaultAction(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static FaultAction ofNumber(int number) {
        return values()[number - 1];
    }
}
