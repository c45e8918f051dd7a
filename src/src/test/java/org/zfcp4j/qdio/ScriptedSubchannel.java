// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_QDIO_CAPABILITY;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_VALIDITY;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slsb;

/**
 * A subchannel that a test drives by hand: its operations take no time, succeed unless told otherwise, and are written down; nothing that
 * is sent is answered by itself. It knows nothing but the address that establish passes, and finds the queues from there.
 */
public final class ScriptedSubchannel implements Subchannel {
    static final int GOOD = SubchannelInterrupts.DEV_STAT_CHN_END | SubchannelInterrupts.DEV_STAT_DEV_END;

    /** What was called, in order. */
    final List<String> calls = new ArrayList<>();
    /** What SSQD reports of other facilities: by default, data router and data division. */
    public int qdioac2 = 0x00d2;
    int qibAc = QIB_AC_OUTBOUND_PCI_SUPPORTED;
    int qdioac1 = 0x20 | 0x08 | 0x04;
    /** What synchronising answers. */
    int sigaSyncCc = CC_OK;
    int number = 0x1a;
    public int ssqdRc;
    public int sioslRc;
    /** Device status that answers establish; negative: no answer. */
    int establishStatus = GOOD;
    public int establishCc;
    public int activateCc;
    boolean clearAnswers = true;
    /** Runs within clear subchannel. */
    Runnable onClear = () -> { };
    /** What the channel does at a SIGA-w, and its condition code. */
    IntSupplier sigaWriteCc = () -> CC_OK;

    private SubchannelInterrupts interrupts;
    private long qdr;
    private long indicator;

    @Override
    public int number() {
        return number;
    }

    @Override
    public void setInterruptHandler(SubchannelInterrupts handler) {
        interrupts = handler;
    }

    SubchannelInterrupts interrupts() {
        return interrupts;
    }

    @Override
    public int establish(long qdrAddress) {
        calls.add("establish");
        qdr = qdrAddress;
        if (establishCc == CC_OK && establishStatus >= 0) {
            Qib.AC.set(qib(), qibAc);
            interrupts.ioInterrupt(0, establishStatus);
        }
        return establishCc;
    }

    @Override
    public int activate() {
        calls.add("activate");
        return activateCc;
    }

    @Override
    public int clear() {
        calls.add("clear");
        onClear.run();
        if (clearAnswers) {
            interrupts.ioInterrupt(0, 0);
        }
        return CC_OK;
    }

    @Override
    public int halt() {
        calls.add("halt");
        interrupts.ioInterrupt(0, 0);
        return CC_OK;
    }

    @Override
    public int sigaWrite(int outputMask) {
        calls.add("siga-w " + Integer.toHexString(outputMask));
        return sigaWriteCc.getAsInt();
    }

    @Override
    public int sigaRead(int inputMask) {
        calls.add("siga-r " + Integer.toHexString(inputMask));
        return CC_OK;
    }

    @Override
    public int sigaSync(int outputMask, int inputMask) {
        calls.add("siga-s " + Integer.toHexString(outputMask) + " " + Integer.toHexString(inputMask));
        return sigaSyncCc;
    }

    @Override
    public int setIndicator(long indicatorAddress) {
        indicator = indicatorAddress;
        return 0;
    }

    @Override
    public int storeSsqd(long descriptor) {
        Memory.zero(descriptor, QdioSsqdDesc.SIZE);
        QdioSsqdDesc.FLAGS.set(descriptor, CHSC_FLAG_QDIO_CAPABILITY | CHSC_FLAG_VALIDITY);
        QdioSsqdDesc.SCH.set(descriptor, 0x1a);
        QdioSsqdDesc.QDIOAC1.set(descriptor, qdioac1);
        QdioSsqdDesc.QDIOAC2.set(descriptor, qdioac2);
        return ssqdRc;
    }

    @Override
    public int siosl() {
        calls.add("siosl");
        return sioslRc;
    }

    /** The calls since the last one of this, joined by commas. */
    String takeCalls() {
        String joined = String.join(",", calls);
        calls.clear();
        return joined;
    }

    /** From now on SIGA-w has an effect, and a condition code. */
    public void setSigaWrite(int cc, Runnable effect) {
        sigaWriteCc = () -> {
            effect.run();
            return cc;
        };
    }

    /** How often something was called. */
    public long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    /** What the last establish passed. */
    public long qdr() {
        return qdr;
    }

    long qib() {
        return Qdr.QIBA.get(qdr);
    }

    /** Descriptor of the queue in the order of the QDR: 0 input, 1 output. */
    long descriptor(int queue) {
        return Qdr.QDF0.at(qdr, queue);
    }

    long sbal(int queue, int index) {
        return SlElement.SBAL.get(Sl.ELEMENT.at(Qdesfmt0.SLA.get(descriptor(queue)), index));
    }

    int state(int queue, int index) {
        return Slsb.valAcquire(Qdesfmt0.SLSBA.get(descriptor(queue)), index);
    }

    /** Gives SBALs another state, wrapping, as the channel does: each by a store that releases what it wrote before. */
    void setStates(int queue, int first, int count, int state) {
        for (int i = 0; i < count; i++) {
            Slsb.valRelease(Qdesfmt0.SLSBA.get(descriptor(queue)), (first + i) % Slsb.COUNT_VAL, state);
        }
    }

    long indicator() {
        return indicator;
    }

    /** An adapter interrupt; hard interrupt context. */
    void raiseThinInterrupt() {
        if (indicator != 0) {
            Memory.putIntRelease(indicator, 1);
        }
        interrupts.thinInterrupt();
    }
}
