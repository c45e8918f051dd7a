// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.qdio.Slsb;

/** Runs of states: where they end, and that they wrap. */
class SlsbRunTest {

    private static void withSlsb(LongConsumer body) {
        try (Arena arena = Arena.ofConfined()) {
            body.accept(arena.allocate(Slsb.LAYOUT).address());
        }
    }

    private static void expect(int state, int count, int run) {
        assertEquals(state, SlsbRun.state(run), "state");
        assertEquals(count, SlsbRun.count(run), "count");
    }

    @Test
    void aRunWrapsAndEndsAtAnotherState() {
        withSlsb(slsb -> {
            SlsbRun.set(slsb, 0, 0xa0, 128);
            SlsbRun.set(slsb, 126, 0xa1, 4);
            assertEquals(0xa0, Slsb.val(slsb, 125));
            assertEquals(0xa1, Slsb.val(slsb, 127));
            assertEquals(0xa1, Slsb.val(slsb, 1));
            assertEquals(0xa0, Slsb.val(slsb, 2));
            expect(0xa1, 4, SlsbRun.get(slsb, 126, 128));
            expect(0xa1, 3, SlsbRun.get(slsb, 126, 3));
            expect(0xa0, 124, SlsbRun.get(slsb, 2, 128));
        });
    }

    @Test
    void aWholeQueueIsOneRun() {
        withSlsb(slsb -> {
            SlsbRun.set(slsb, 5, 0x80, 128);
            expect(0x80, 128, SlsbRun.get(slsb, 77, 128));
        });
    }

    @Test
    void whatTheChannelOwnsIsNoRun() {
        withSlsb(slsb -> {
            SlsbRun.set(slsb, 0, 0x62, 128);
            expect(0x62, 1, SlsbRun.get(slsb, 9, 128));
            SlsbRun.set(slsb, 0, 0x41, 128);
            expect(0x41, 1, SlsbRun.get(slsb, 9, 128));
        });
    }

    @Test
    void indicesAreTakenModuloTheQueue() {
        assertEquals(0, SlsbRun.bufnr(128));
        assertEquals(127, SlsbRun.bufnr(-1));
        assertEquals(3, SlsbRun.bufnr(259));
    }
}
