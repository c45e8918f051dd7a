// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;

class QdioConnectionTest {
    private final List<String> statusChanges = new ArrayList<>();

    private void run(Consumer<AdapterBed> body) {
        AdapterBed.run(bed -> {
            bed.kernel.setObserver(new KernelObserver() {
                @Override
                public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
                    if (atomic == bed.adapter.status) {
                        statusChanges.add(Integer.toHexString(oldValue) + ">" + Integer.toHexString(newValue));
                    }
                }
            });
            long before = bed.kernel.storage().allocated();
            assertEquals(0, QdioSetup.setup(bed.adapter));
            body.accept(bed);
            QdioSetup.destroy(bed.adapter.qdio);
            assertEquals(before, bed.kernel.storage().allocated());
        });
    }

    @Test
    void openSetsTheStatusBitsInTheOrderOfTheDriver() {
        run(bed -> {
            bed.host();
            bed.adapter.status.set(0x41000104);
            statusChanges.clear();
            ZfcpQdio qdio = bed.adapter.qdio;
            assertEquals(0, QdioConnection.open(qdio));
            assertEquals(List.of("41000104>41000100", "41000100>41000500", "41000500>41000501", "41000501>41000503"),
                    statusChanges);
            assertEquals(128, qdio.reqQFree.read());
            assertEquals(16, qdio.maxSbalePerSbal);
            assertEquals(574, qdio.maxSbalePerReq);
            assertEquals(574, bed.host().sgTablesize);
            assertEquals(4592, bed.host().maxSectors);
            assertEquals(QdioConstants.QDR_AC_MULTI_BUFFER_ENABLE, Qdr.AC.get(bed.subchannel.qdr()));
            for (long sbal : qdio.resQ) {
                assertEquals(SBAL_EFLAGS_LAST_ENTRY, QdioBufferElement.EFLAGS.get(QdioBuffer.ELEMENT.at(sbal, 0)));
            }
            assertEquals(-Errno.EIO, QdioConnection.open(qdio), "is open already");

            QdioConnection.close(qdio);
            assertEquals(0x41000501, bed.adapter.status.read());
            assertEquals(0, qdio.reqQFree.read());
        });
    }

    @Test
    void withoutTheDataRouterAnSbalHoldsFifteenElements() {
        run(bed -> {
            bed.parameters.datarouter = false;
            bed.subchannel.qdioac2 = 0x0092;
            bed.adapter.status.set(0x1);
            assertEquals(0, QdioConnection.open(bed.adapter.qdio));
            assertEquals(0x402, bed.adapter.status.read());
            assertEquals(15, bed.adapter.qdio.maxSbalePerSbal);
            assertEquals(538, bed.adapter.qdio.maxSbalePerReq);
            assertEquals(0, Qdr.AC.get(bed.subchannel.qdr()));
            QdioConnection.close(bed.adapter.qdio);
        });
    }

    @Test
    void aFailedOpenLeavesTheQueuesDownAndCanBeRepeated() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            bed.subchannel.establishCc = Subchannel.CC_NOT_OPERATIONAL;
            assertEquals(-Errno.EIO, QdioConnection.open(qdio));
            assertEquals(0, bed.adapter.status.read());
            bed.subchannel.establishCc = Subchannel.CC_OK;
            bed.subchannel.ssqdRc = -Errno.EIO;
            assertEquals(-Errno.EIO, QdioConnection.open(qdio));
            bed.subchannel.ssqdRc = 0;
            bed.subchannel.activateCc = Subchannel.CC_NOT_OPERATIONAL;
            assertEquals(-Errno.EIO, QdioConnection.open(qdio));
            assertEquals(0x401, bed.adapter.status.read());
            bed.subchannel.activateCc = Subchannel.CC_OK;
            assertEquals(0, QdioConnection.open(qdio));
            QdioConnection.close(qdio);
        });
    }

    private static QdioReq prepare(ZfcpQdio qdio) {
        QdioReq request = new QdioReq();
        QdioFill.reqInit(qdio, request, 9, SBAL_SFLAGS0_TYPE_STATUS, 0x10000, FsfQtcb.SIZE);
        QdioFill.setSbaleLast(qdio, request);
        return request;
    }

    @Test
    void closeZeroesWhatTheChannelStillHad() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            QdioConnection.open(qdio);
            for (int i = 0; i < 3; i++) {
                qdio.reqQLock.lockIrq();
                assertEquals(0, QdioSend.sbalGet(qdio));
                assertEquals(0, QdioSend.send(qdio, prepare(qdio)));
                qdio.reqQLock.unlockIrq();
            }
            assertEquals(3, qdio.reqQIdx);
            assertEquals(125, qdio.reqQFree.read());
            QdioConnection.close(qdio);
            for (long sbal : qdio.reqQ) {
                assertEquals(0, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbal, 0)));
            }
            assertEquals(0, qdio.reqQIdx);
        });
    }

    @Test
    void closeLeavesTheSbalOfARequestThatWasMadeAndNotSent() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            QdioConnection.open(qdio);
            qdio.reqQLock.lockIrq();
            assertEquals(0, QdioSend.sbalGet(qdio));
            assertEquals(0, QdioSend.send(qdio, prepare(qdio)));
            assertEquals(0, QdioSend.sbalGet(qdio));
            prepare(qdio);
            qdio.reqQLock.unlockIrq();
            QdioConnection.close(qdio);
            assertEquals(0, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(qdio.reqQ[0], 0)));
            assertEquals(9, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(qdio.reqQ[1], 0)));
        });
    }

    @Test
    void aRefusedSendIsRolledBack() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            qdio.reqQFree.set(128);
            qdio.maxSbalePerSbal = 16;
            QdioReq request = prepare(qdio);
            qdio.reqQLock.lockIrq();
            assertEquals(-Errno.EIO, QdioSend.send(qdio, request));
            qdio.reqQLock.unlockIrq();
            assertEquals(128, qdio.reqQFree.read());
            assertEquals(0, qdio.reqQIdx);
            assertEquals(0, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(qdio.reqQ[0], 0)));
        });
    }

    @Test
    void fillLevelIsAccountedOverTime() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            QdioConnection.open(qdio);
            qdio.reqQTime = bed.kernel.todClock();
            qdio.reqQFree.set(120);
            bed.kernel.msleep(10);
            QdioHandlers.intReq(qdio, 0, 0, 0, 8);
            assertEquals(8 * 10_000, qdio.reqQUtil);
            assertEquals(128, qdio.reqQFree.read());
            QdioConnection.close(qdio);
        });
    }

    @Test
    void waitingForAnSbalEndsAfterFiveSecondsWithQueueRecovery() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            QdioConnection.open(qdio);
            qdio.reqQFree.set(0);
            bed.traced.clear();
            qdio.reqQLock.lockIrq();
            long start = bed.kernel.jiffies();
            assertEquals(-Errno.EIO, QdioSend.sbalGet(qdio));
            qdio.reqQLock.unlockIrq();
            assertEquals(5000, bed.kernel.jiffies() - start);
            assertEquals(1, qdio.reqQFull.read());
            assertEquals("qdsbg_1", bed.area("rec").getFirst().tag());
            QdioConnection.close(qdio);
        });
    }

    @Test
    void closingReleasesWhoWaitsForAnSbal() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            QdioConnection.open(qdio);
            qdio.reqQFree.set(0);
            List<Integer> results = new ArrayList<>();
            bed.kernel.kthreadRun("sender", thread -> {
                qdio.reqQLock.lockIrq();
                results.add(QdioSend.sbalGet(qdio));
                qdio.reqQLock.unlockIrq();
            });
            bed.kernel.msleep(100);
            assertTrue(results.isEmpty());
            QdioConnection.close(qdio);
            bed.kernel.msleep(1);
            assertEquals(List.of(-Errno.EIO), results);
            assertEquals(0, qdio.reqQFull.read());
        });
    }
}
