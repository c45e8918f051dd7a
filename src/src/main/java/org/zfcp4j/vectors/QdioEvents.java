// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.qdio.QdioObserver;

/** Calls between the driver and the QDIO layer as events. */
final class QdioEvents implements QdioObserver {
    private final ReplayWorld world;
    private final RequestEvents requests;

    QdioEvents(ReplayWorld world, RequestEvents requests) {
        this.world = world;
        this.requests = requests;
    }

    private JsonObject event(CcwDevice cdev, String op) {
        return world.recorder().event("qdio", world.indexOf(cdev.busId()), op);
    }

    private void emit(JsonObject event) {
        world.recorder().emit(event);
    }

    @Override
    public void establish(CcwDevice cdev, QdioInitialize init, int rc) {
        world.device(cdev).established(init);
        emit(event(cdev, "establish").add("q_format", init.qFormat()).add("qdr_ac", Hex.of(init.qdrAc(), 2))
            .add("qib_rflags", Hex.of(init.qibRflags(), 2)).add("no_input_qs", init.noInputQs())
            .add("no_output_qs", init.noOutputQs()).add("scan_threshold", init.scanThreshold()).add("rc", rc));
    }

    @Override
    public void ssqd(CcwDevice cdev, int qdioac2, int rc) {
        JsonObject event = event(cdev, "get_ssqd");
        // Without success there is no answer that could be told.
        emit((rc == 0 ? event.add("qdioac2", Hex.of(qdioac2, 4)) : event).add("rc", rc));
    }

    @Override
    public void activate(CcwDevice cdev, int rc) {
        emit(event(cdev, "activate").add("rc", rc));
    }

    @Override
    public void shutdown(CcwDevice cdev, int how) {
        ReplayDevice device = world.device(cdev);
        emit(event(cdev, "shutdown").add("how", how).add("srbs_dropped", device.channel().postedSrbs())
            .add("reqs_dropped", device.channel().pendingRequests()));
    }

    @Override
    public void shutdownDone(CcwDevice cdev) {
        world.device(cdev).channel().shutDown();
    }

    @Override
    public void doQdio(CcwDevice cdev, boolean input, int first, int count, int rc) {
        if (input) {
            emit(event(cdev, "do_QDIO_in").add("first", first).add("count", count).add("rc", rc));
        } else if (rc == 0) {
            requests.sent(world.device(cdev), first, count);
        } else {
            JsonObject event = event(cdev, "do_QDIO_out").add("first", first).add("count", count).add("rc", rc);
            emit(world.device(cdev).channel().hasRefused() ? event.add("injected", true) : event);
        }
    }

    @Override
    public void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
        if (!input) {
            emit(event(cdev, "out_handler").add("qdio_err", Hex.of(qdioErr, 4)).add("first", first).add("count", count));
        }
    }
}
