// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_OUTPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_NOT_INIT;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioBuffers;

/**
 * Two neighbours in the output queue of a real QDIO layer: the first is PRIMED, the second is the driver's. A queue has 64 such
 * pairs, so it is shared; one thread plays the driver for all of them, and one the channel.
 */
public final class OutputPair {
    private static final int LIMIT = 4096;
    private static final Pool<Place> POOL = new Pool<>(LIMIT, OutputPair::newQueue);

    private final Pool.Lease<Place> lease;
    private final Place place;

    /** Where the pair is; {@code first} is the index of the first of the two, {@code sbal} the address of the second. */
    private record Place(QuietSubchannel subchannel, Qdio qdio, int first, long sbal) {
    }

    /** A pair in its initial state, with the SBAL of the second one zeroed. Any thread. */
    public OutputPair() {
        lease = POOL.lend(this);
        place = lease.thing();
        Slsb.val(slsb(), first(), SLSB_CU_OUTPUT_PRIMED);
        Slsb.val(slsb(), first() + 1, SLSB_P_OUTPUT_NOT_INIT);
        Memory.zero(sbal(), QdioBuffer.SIZE);
    }

    private static List<Place> newQueue() {
        QuietSubchannel subchannel = new QuietSubchannel();
        Qdio qdio = new Qdio(Machine.device(subchannel));
        Machine.must(qdio.allocate(1, 1));
        long[] input = new long[QDIO_MAX_BUFFERS_PER_Q];
        long[] output = new long[QDIO_MAX_BUFFERS_PER_Q];
        Machine.must(QdioBuffers.allocBuffers(Machine.kernel().storage(), input));
        Machine.must(QdioBuffers.allocBuffers(Machine.kernel().storage(), output));
        Machine.activate(qdio, input, output);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < QDIO_MAX_BUFFERS_PER_Q; i += 2) {
            places.add(new Place(subchannel, qdio, i, output[i + 1]));
        }
        return places;
    }

    /** For another test; once both actors are done. */
    public void giveBack() {
        lease.end();
    }

    /** Absolute address of the SLSB. */
    public long slsb() {
        return place.subchannel.outputSlsb();
    }

    /** Index of the first SBAL of the pair; that of the second is the next. */
    public int first() {
        return place.first;
    }

    /** Absolute address of the second SBAL. */
    public long sbal() {
        return place.sbal;
    }

    /** The driver hands the second SBAL to the channel: true if it signals, false if it relies on the first to be fetched. */
    public boolean send() {
        int before = place.subchannel.signals();
        place.qdio.doQdio(QDIO_FLAG_SYNC_OUTPUT, 0, place.first + 1, 1);
        return place.subchannel.signals() != before;
    }
}
