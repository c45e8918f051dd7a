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
            assertEquals(1, Qdr.qfmt(qdr));
            assertEquals(1, Qdr.ac(qdr));
            assertEquals(1, Qdr.iqdcnt(qdr));
            assertEquals(1, Qdr.oqdcnt(qdr));
            assertEquals(8, Qdr.iqdsz(qdr), "words of a descriptor");
            assertEquals(8, Qdr.oqdsz(qdr));

            long qib = Qdr.qiba(qdr);
            assertEquals(0, qib % 256);
            assertEquals(1, Qib.qfmt(qib));
            assertEquals(2, Qib.rflags(qib), "data division");
            assertEquals("f04bf04bf1f9f0f0", Memory.hex(Qib.ebcnam(qib), 8), "0.0.1900 in EBCDIC");
            assertEquals(Qdesfmt0.sliba(Qdr.qdf0(qdr, 0)), Qib.isliba(qib));
            assertEquals(Qdesfmt0.sliba(Qdr.qdf0(qdr, 1)), Qib.osliba(qib));
            checkQueue(Qdr.qdf0(qdr, INPUT), bed.inputSbals);
            checkQueue(Qdr.qdf0(qdr, OUTPUT), bed.outputSbals);
            for (int i = 0; i < 128; i++) {
                assertEquals(0x80, bed.hardware.state(INPUT, i), "input not initialized");
                assertEquals(0xa0, bed.hardware.state(OUTPUT, i), "output not initialized");
            }
            bed.close();
        });
    }

    private static void checkQueue(long desc, long[] sbals) {
        long slib = Qdesfmt0.sliba(desc);
        assertEquals(0, slib % 2048);
        assertEquals(0, Qdesfmt0.sla(desc) % 1024);
        assertEquals(0, Qdesfmt0.slsba(desc) % 256);
        assertEquals(Qdesfmt0.sla(desc), Slib.sla(slib));
        assertEquals(Qdesfmt0.slsba(desc), Slib.slsba(slib));
        assertEquals(0, Slib.nsliba(slib), "last of its direction");
        for (int i = 0; i < sbals.length; i++) {
            long sbal = SlElement.sbal(Sl.element(Slib.sla(slib), i));
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
            assertEquals(2, Qdr.iqdcnt(qdr));
            long first = Qdesfmt0.sliba(Qdr.qdf0(qdr, 0));
            long second = Qdesfmt0.sliba(Qdr.qdf0(qdr, 1));
            assertEquals(second, Slib.nsliba(first));
            assertEquals(0, Slib.nsliba(second));
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
            assertEquals(0x40, QdioSsqdDesc.qdioac2(desc));
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
