// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_QDIO_CAPABILITY;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_FLAG_VALIDITY;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.linux.LinuxSource;

/**
 * The blocks in main storage that describe a subchannel's queues as a whole, and filling them in. They are allocated once: an
 * adapter recovery establishes the queues again, and must not depend on memory that may be short because of that adapter.
 */
final class QdioSetup {
    /** {@code PAGE_DEFAULT_KEY >> 4}: Linux keeps all its storage in key 0. */
    private static final int STORAGE_KEY = 0;
    private static final int WORD = 4;

    private final Storage storage;
    private final long qdr;
    private final long qib;
    private final long ssqd;
    private final long dsci;

    private QdioSetup(Storage storage, long qdr, long page) {
        this.storage = storage;
        this.qdr = qdr;
        this.qib = page;
        this.ssqd = page + Qib.SIZE;
        this.dsci = ssqd + QdioSsqdDesc.SIZE;
    }

    /** Null when memory is exhausted. */
    static QdioSetup allocate(Storage storage) {
        long page = storage.zalloc(Storage.PAGE_SIZE, Storage.PAGE_SIZE);
        if (page == 0) {
            return null;
        }
        long qdr = storage.zalloc(Qdr.SIZE, Qdr.LAYOUT.byteAlignment());
        if (qdr == 0) {
            storage.free(page);
            return null;
        }
        return new QdioSetup(storage, qdr, page);
    }

    void free() {
        storage.free(qdr);
        storage.free(qib);
    }

    /** Absolute address of the QDR. */
    long qdr() {
        return qdr;
    }

    /** Absolute address of the QIB. */
    long qib() {
        return qib;
    }

    /** Absolute address of the subchannel's {@code qdio_ssqd_desc}. */
    long ssqd() {
        return ssqd;
    }

    /** Absolute address of the device state change indicator, 32 bits. */
    long dsci() {
        return dsci;
    }

    /** {@code qdio_setup_irq}: fills in all blocks. */
    @LinuxSource("qdio_setup.c:qdio_setup_irq")
    void setupIrq(CcwDevice cdev, QdioInitialize init, InputQueue[] inputQs, OutputQueue[] outputQs) {
        Memory.zero(qib, Qib.SIZE);
        Memory.zero(ssqd, QdioSsqdDesc.SIZE);
        // The channel answers in qib.ac and wants the old answer gone.
        Memory.zero(qdr, Qdr.SIZE);
        setupQueues(init, inputQs, outputQs);
        setupQib(cdev, init, inputQs, outputQs);
        setupQdr(init, inputQs, outputQs);
    }

    /** {@code setup_queues}. */
    @LinuxSource("qdio_setup.c:setup_queues")
    private static void setupQueues(QdioInitialize init, InputQueue[] inputQs, OutputQueue[] outputQs) {
        for (int i = 0; i < init.noInputQs(); i++) {
            setupQueue(inputQs, i, init.inputHandler(), init.inputSbals()[i]);
        }
        for (int i = 0; i < init.noOutputQs(); i++) {
            setupQueue(outputQs, i, init.outputHandler(), init.outputSbals()[i]);
        }
    }

    private static void setupQueue(QdioQueue[] queues, int i, QdioHandler handler, long[] sbals) {
        QdioQueue q = queues[i];
        q.memory.clear();
        q.reset(handler);
        q.memory.setupStorageLists(i > 0 ? queues[i - 1].memory : null, sbals);
    }

    /** {@code setup_qib}. */
    @LinuxSource("qdio_setup.c:setup_qib")
    private void setupQib(CcwDevice cdev, QdioInitialize init, InputQueue[] inputQs, OutputQueue[] outputQs) {
        Qib.RFLAGS.set(qib, init.qibRflags());
        Qib.QFMT.set(qib, init.qFormat());
        if (init.noInputQs() > 0) {
            Qib.ISLIBA.set(qib, inputQs[0].memory.slib());
        }
        if (init.noOutputQs() > 0) {
            Qib.OSLIBA.set(qib, outputQs[0].memory.slib());
        }
        String name = cdev.busId();
        long ebcnam = Qib.EBCNAM.at(qib);
        for (int i = 0; i < Qib.LENGTH_EBCNAM && i < name.length(); i++) {
            Memory.putByte(ebcnam + i, ebcdic(name.charAt(i)));
        }
    }

    /** A character of a bus id in EBCDIC: hexadecimal digits and dots. */
    private static byte ebcdic(char c) {
        int digit = Character.digit(c, 16);
        if (digit < 0) {
            return 0x4b;
        }
        return (byte) (digit < 10 ? 0xf0 + digit : 0x81 + digit - 10);
    }

    /** {@code setup_qdr}. */
    @LinuxSource("qdio_setup.c:setup_qdr")
    private void setupQdr(QdioInitialize init, InputQueue[] inputQs, OutputQueue[] outputQs) {
        Qdr.QFMT.set(qdr, init.qFormat());
        Qdr.AC.set(qdr, init.qdrAc());
        Qdr.IQDCNT.set(qdr, init.noInputQs());
        Qdr.OQDCNT.set(qdr, init.noOutputQs());
        Qdr.IQDSZ.set(qdr, Qdesfmt0.SIZE / WORD);
        Qdr.OQDSZ.set(qdr, Qdesfmt0.SIZE / WORD);
        Qdr.QIBA.set(qdr, qib);
        Qdr.QKEY.set(qdr, STORAGE_KEY);
        int next = 0;
        for (int i = 0; i < init.noInputQs(); i++) {
            fillQdrDesc(Qdr.QDF0.at(qdr, next++), inputQs[i].memory);
        }
        for (int i = 0; i < init.noOutputQs(); i++) {
            fillQdrDesc(Qdr.QDF0.at(qdr, next++), outputQs[i].memory);
        }
    }

    /** {@code qdio_fill_qdr_desc}. */
    @LinuxSource("qdio_setup.c:qdio_fill_qdr_desc")
    private static void fillQdrDesc(long desc, QdioQueueMemory queue) {
        Qdesfmt0.SLIBA.set(desc, queue.slib());
        Qdesfmt0.SLA.set(desc, queue.sl());
        Qdesfmt0.SLSBA.set(desc, queue.slsb());
        Qdesfmt0.AKEY.set(desc, STORAGE_KEY);
        Qdesfmt0.BKEY.set(desc, STORAGE_KEY);
        Qdesfmt0.CKEY.set(desc, STORAGE_KEY);
        Qdesfmt0.DKEY.set(desc, STORAGE_KEY);
    }

    /**
     * {@code qdio_setup_get_ssqd}: asks the subchannel what it can do.
     *
     * @param descriptor absolute address of a {@code struct qdio_ssqd_desc} to fill in
     * @return 0 or a negative errno, with the descriptor undefined
     */
    @LinuxSource("qdio_setup.c:qdio_setup_get_ssqd")
    static int setupGetSsqd(Subchannel subchannel, long descriptor) {
        int rc = subchannel.storeSsqd(descriptor);
        if (rc != 0) {
            return rc;
        }
        int flags = QdioSsqdDesc.FLAGS.get(descriptor);
        if ((flags & CHSC_FLAG_QDIO_CAPABILITY) == 0 || (flags & CHSC_FLAG_VALIDITY) == 0
                || QdioSsqdDesc.SCH.get(descriptor) != subchannel.number()) {
            return -Errno.EINVAL;
        }
        return 0;
    }
}
