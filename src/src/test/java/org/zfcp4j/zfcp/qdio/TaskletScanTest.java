// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_STATUS;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_ERROR;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.level.Levels;

/** 7.1: zfcp takes its request SBALs back in a tasklet of its own, which few free SBALs, an interrupt and a timer schedule. */
class TaskletScanTest {
    private static void up(Consumer<AdapterBed> body) {
        AdapterBed.run(Levels.linux71(), bed -> {
            assertEquals(0, QdioSetup.setup(bed.adapter));
            assertEquals(0, QdioConnection.open(bed.adapter.qdio));
            bed.kernel.msleep(1);
            body.accept(bed);
            QdioConnection.close(bed.adapter.qdio);
            QdioSetup.destroy(bed.adapter.qdio);
        });
    }

    private static void send(AdapterBed bed, int sbals) {
        ZfcpQdio qdio = bed.adapter.qdio;
        qdio.reqQLock.lockIrq();
        for (int i = 0; i < sbals; i++) {
            QdioReq request = new QdioReq();
            QdioFill.reqInit(qdio, request, 9, SBAL_SFLAGS0_TYPE_STATUS, 0x10000, 16);
            QdioFill.setSbaleLast(qdio, request);
            assertEquals(0, QdioSend.send(qdio, request));
        }
        qdio.reqQLock.unlockIrq();
    }

    private static void fetched(AdapterBed bed, int first, int count, int state) {
        long slsb = Qdesfmt0.SLSBA.get(Qdr.QDF0.at(bed.subchannel.qdr(), 1));
        for (int i = 0; i < count; i++) {
            Slsb.valRelease(slsb, first + i, state);
        }
    }

    @Test
    void aSecondAfterASendTheTimerLooks() {
        up(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            send(bed, 1);
            fetched(bed, 0, 1, SLSB_P_OUTPUT_EMPTY);
            bed.kernel.msleep(900);
            assertEquals(127, qdio.reqQFree.read());
            bed.kernel.msleep(200);
            assertEquals(128, qdio.reqQFree.read());
            assertFalse(qdio.requestTimer.isPending(), "nothing is left to look for");
        });
    }

    @Test
    void whatTheChannelStillHasIsLookedForAgainTenSecondsLater() {
        up(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            send(bed, 1);
            bed.kernel.msleep(1100);
            fetched(bed, 0, 1, SLSB_P_OUTPUT_EMPTY);
            bed.kernel.msleep(9700);
            assertEquals(127, qdio.reqQFree.read());
            bed.kernel.msleep(300);
            assertEquals(128, qdio.reqQFree.read());
        });
    }

    @Test
    void aSenderWhoLeaves72SbalsScansAtOnce() {
        up(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            send(bed, 55);
            fetched(bed, 0, 55, SLSB_P_OUTPUT_EMPTY);
            bed.kernel.msleep(1);
            assertEquals(73, qdio.reqQFree.read());
            send(bed, 1);
            bed.kernel.msleep(1);
            assertEquals(127, qdio.reqQFree.read(), "all but the last, which the channel has");
        });
    }

    @Test
    void anErrorShutsTheAdapterDownWithATagOfItsOwn() {
        up(bed -> {
            send(bed, 1);
            fetched(bed, 0, 1, SLSB_P_OUTPUT_ERROR);
            bed.traced.clear();
            bed.kernel.msleep(1100);
            assertTrue(bed.traced.stream().map(AdapterBed.Traced::tag).toList().containsAll(List.of("qdreqt1")), bed.traced.toString());
            assertEquals(127, bed.adapter.qdio.reqQFree.read(), "nothing is given back after an error");
        });
    }

    @Test
    void closedQueuesAreNotScanned() {
        up(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            send(bed, 1);
            QdioConnection.close(qdio);
            assertFalse(qdio.requestTimer.isPending());
            qdio.requestTasklet.schedule();
            qdio.irqTasklet.schedule();
            bed.kernel.msleep(2000);
            assertEquals(0, qdio.reqQFree.read());
            assertEquals(0, QdioConnection.open(qdio));
            bed.kernel.msleep(1);
            assertEquals(128, qdio.reqQFree.read(), "what was scheduled finds nothing");
        });
    }
}
