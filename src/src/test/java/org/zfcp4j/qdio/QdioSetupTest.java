// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.qdio.OnVirtualKernel.run;
import static org.zfcp4j.qdio.QdioBed.INPUT;
import static org.zfcp4j.qdio.QdioBed.OUTPUT;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slib;

/** What establish leaves in main storage for someone who knows the address of the QDR and nothing else. */
class QdioSetupTest {

    @Test
    void qdrLeadsToEverything() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            assertEquals(0, bed.qdio.establish(bed.init()));
            long qdr = bed.hardware.qdr();
            assertEquals(0, qdr % 4096);
            assertEquals(1, Qdr.QFMT.get(qdr));
            assertEquals(1, Qdr.AC.get(qdr));
            assertEquals(1, Qdr.IQDCNT.get(qdr));
            assertEquals(1, Qdr.OQDCNT.get(qdr));
            assertEquals(8, Qdr.IQDSZ.get(qdr), "words of a descriptor");
            assertEquals(8, Qdr.OQDSZ.get(qdr));

            long qib = Qdr.QIBA.get(qdr);
            assertEquals(0, qib % 256);
            assertEquals(1, Qib.QFMT.get(qib));
            assertEquals(2, Qib.RFLAGS.get(qib), "data division");
            assertEquals("f04bf04bf1f9f0f0", Memory.hex(Qib.EBCNAM.at(qib), 8), "0.0.1900 in EBCDIC");
            assertEquals(Qdesfmt0.SLIBA.get(Qdr.QDF0.at(qdr, 0)), Qib.ISLIBA.get(qib));
            assertEquals(Qdesfmt0.SLIBA.get(Qdr.QDF0.at(qdr, 1)), Qib.OSLIBA.get(qib));
            checkQueue(Qdr.QDF0.at(qdr, INPUT), bed.inputSbals);
            checkQueue(Qdr.QDF0.at(qdr, OUTPUT), bed.outputSbals);
            for (int i = 0; i < 128; i++) {
                assertEquals(0x80, bed.hardware.state(INPUT, i), "input not initialized");
                assertEquals(0xa0, bed.hardware.state(OUTPUT, i), "output not initialized");
            }
            bed.close();
        });
    }

    private static void checkQueue(long desc, long[] sbals) {
        long slib = Qdesfmt0.SLIBA.get(desc);
        assertEquals(0, slib % 2048);
        assertEquals(0, Qdesfmt0.SLA.get(desc) % 1024);
        assertEquals(0, Qdesfmt0.SLSBA.get(desc) % 256);
        assertEquals(Qdesfmt0.SLA.get(desc), Slib.SLA.get(slib));
        assertEquals(Qdesfmt0.SLSBA.get(desc), Slib.SLSBA.get(slib));
        assertEquals(0, Slib.NSLIBA.get(slib), "last of its direction");
        for (int i = 0; i < sbals.length; i++) {
            long sbal = SlElement.SBAL.get(Sl.ELEMENT.at(Slib.SLA.get(slib), i));
            assertEquals(sbals[i], sbal);
            assertEquals(0, sbal % 256);
            assertEquals(sbals[i & ~15] + (i & 15) * 256L, sbal, "sixteen to a page");
        }
    }

    @Test
    void queuesOfADirectionAreChained() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            assertEquals(0, bed.qdio.free());
            assertEquals(0, bed.qdio.allocate(2, 1));
            QdioInitialize one = bed.init();
            assertEquals(0, bed.qdio.establish(new QdioInitialize(one.qFormat(), 0, 0, one.inputHandler(),
                    one.outputHandler(), 56, null, new long[][] {bed.inputSbals, bed.outputSbals},
                    new long[][] {bed.outputSbals})));
            long qdr = bed.hardware.qdr();
            assertEquals(2, Qdr.IQDCNT.get(qdr));
            long first = Qdesfmt0.SLIBA.get(Qdr.QDF0.at(qdr, 0));
            long second = Qdesfmt0.SLIBA.get(Qdr.QDF0.at(qdr, 1));
            assertEquals(second, Slib.NSLIBA.get(first));
            assertEquals(0, Slib.NSLIBA.get(second));
            bed.close();
        });
    }

    @Test
    void tooManyQueuesAreRefused() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            assertEquals(0, bed.qdio.free());
            assertEquals(-Errno.EINVAL, bed.qdio.allocate(5, 1));
            assertEquals(0, bed.qdio.allocate(1, 0));
            assertEquals(-Errno.EINVAL, bed.qdio.establish(bed.init()));
            bed.close();
        });
    }

    @Test
    void everythingIsFreed() {
        run(kernel -> {
            long before = kernel.storage().allocated();
            QdioBed bed = new QdioBed(kernel).up();
            bed.close();
            assertEquals(before, kernel.storage().allocated());
        });
    }

    @Test
    void ssqdIsReadAndJudged() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            long desc = kernel.storage().alloc(QdioSsqdDesc.SIZE, 8);
            assertEquals(0, bed.qdio.getSsqdDesc(desc));
            assertEquals(0xd2, QdioSsqdDesc.QDIOAC2.get(desc));
            bed.hardware.number = 0x1b;
            assertEquals(-Errno.EINVAL, bed.qdio.getSsqdDesc(desc), "the answer is for another subchannel");
            bed.hardware.ssqdRc = -Errno.ENODEV;
            assertEquals(-Errno.ENODEV, bed.qdio.getSsqdDesc(desc));
            kernel.storage().free(desc);
            bed.close();
        });
    }

    @Test
    void withoutSsqdEverySignalIsSent() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.ssqdRc = -Errno.EIO;
            bed.up();
            assertEquals(0, bed.receive(0, 0));
            assertEquals(0, bed.receive(0, 1));
            assertEquals(0, bed.send(0, 1));
            assertEquals("siga-r 80000000,siga-s 80000000 0", bed.hardware.takeCalls());
            bed.close();
        });
    }
}
