// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slsb;

/**
 * One input and one output queue as the channel sees them: found from the queue description record that establish passes.
 * Addresses are absolute, indexes those of SBALs.
 */
public final class QueueMemory {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;

    private final long qdr;
    private int inputIndex;

    /** Also tells the program that an interrupt for input stands for output as well. */
    public QueueMemory(long qdr) {
        this.qdr = qdr;
        Qib.AC.set(Qdr.QIBA.get(qdr), QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED);
    }

    /** Flags of the QDR. */
    public int qdrAc() {
        return Qdr.AC.get(qdr);
    }

    private long slsb(int queue) {
        return Qdesfmt0.SLSBA.get(Qdr.QDF0.at(qdr, queue));
    }

    private long sbal(int queue, int index) {
        return SlElement.SBAL.get(Sl.ELEMENT.at(Qdesfmt0.SLA.get(Qdr.QDF0.at(qdr, queue)), index));
    }

    /** Output SBAL. */
    public long outputSbal(int index) {
        return sbal(OUTPUT, index % Slsb.COUNT_VAL);
    }

    /** Input SBAL. */
    public long inputSbal(int index) {
        return sbal(INPUT, index % Slsb.COUNT_VAL);
    }

    /** The input SBAL that the next response goes into. */
    public int inputIndex() {
        return inputIndex;
    }

    /** Puts one response into the next input SBAL; false if the program has given none. */
    public boolean respond(long reqId) {
        if (Slsb.valAcquire(slsb(INPUT), inputIndex) != QdioConstants.SLSB_CU_INPUT_EMPTY) {
            return false;
        }
        QdioBufferElement.ADDR.set(QdioBuffer.ELEMENT.at(inputSbal(inputIndex), 0), reqId);
        Slsb.valRelease(slsb(INPUT), inputIndex, QdioConstants.SLSB_P_INPUT_PRIMED);
        inputIndex = (inputIndex + 1) % Slsb.COUNT_VAL;
        return true;
    }

    /** Gives input SBALs to the program in error. */
    public void failInput(int first, int count) {
        for (int i = 0; i < count; i++) {
            Slsb.valRelease(slsb(INPUT), (first + i) % Slsb.COUNT_VAL, QdioConstants.SLSB_P_INPUT_ERROR);
        }
    }

    /** Gives output SBALs back to the program in {@code state}. */
    public void giveBack(int first, int count, int state) {
        for (int i = 0; i < count; i++) {
            Slsb.valRelease(slsb(OUTPUT), (first + i) % Slsb.COUNT_VAL, state);
        }
    }

    /** Id of the request starting at {@code first}. */
    public long requestId(int first) {
        return QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(outputSbal(first), 0));
    }

    /** Address in element {@code element} of an output SBAL. */
    public long address(int index, int element) {
        return QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(outputSbal(index), element));
    }

    /** Sets the indicator of adapter interrupts; hard interrupt context follows. */
    public static void indicate(long indicator) {
        if (indicator != 0) {
            Memory.putIntRelease(indicator, 1);
        }
    }
}
