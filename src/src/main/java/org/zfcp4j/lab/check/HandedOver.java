// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;

import java.util.function.Consumer;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.qdio.CcwDevice;

/**
 * What the driver handed to the channel in the SBALs of its output queue, as it was when it called {@code do_QDIO}. From then on
 * the channel may take an SBAL at any moment, and the driver then clears it and fills it again, even before {@code do_QDIO} has
 * returned: so nobody may read an SBAL later. What the channel has fetched, the channel reports. An instance sees {@code do_QDIO}
 * before the observers that ask it.
 */
public final class HandedOver implements WorldObserver {
    /**
     * A request.
     *
     * @param sbal index of its first SBAL
     * @param command the FSF command, 0 for a status read
     */
    public record Request(int sbal, long id, int command) {
        public boolean isStatusRead() {
            return command == 0;
        }
    }

    /** By the index of the first SBAL. */
    private final PerDevice<Request[]> requests = new PerDevice<>(device -> new Request[QDIO_MAX_BUFFERS_PER_Q]);

    @Override
    public void submit(CcwDevice device, int first, int count) {
        Request[] known = requests.of(device);
        boolean chained = false;
        for (int i = 0; i < count; i++) {
            int sbal = (first + i) & QDIO_MAX_BUFFERS_MASK;
            // As the channel reads it: a flag that an earlier request left in an SBAL of a chain makes that no request.
            known[sbal] = chained || !OutputSbal.isCommand(device, sbal) ? null : read(device, sbal);
            chained = OutputSbal.hasMore(device, sbal);
        }
    }

    private static Request read(CcwDevice device, int sbal) {
        int command = OutputSbal.isStatusRead(device, sbal) ? 0
                : FsfQtcbHeader.FSF_COMMAND.get(FsfQtcb.HEADER.at(OutputSbal.qtcb(device, sbal)));
        return new Request(sbal, OutputSbal.reqId(device, sbal), command);
    }

    /** Calls {@code action} for each request in a run of SBALs that was handed over. */
    public void forEach(CcwDevice device, int first, int count, Consumer<Request> action) {
        Request[] known = requests.of(device);
        for (int i = 0; i < count; i++) {
            Request request = known[(first + i) & QDIO_MAX_BUFFERS_MASK];
            if (request != null) {
                action.accept(request);
            }
        }
    }
}
