// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * The path of a status read buffer as in the benchmark {@code RefillPost}: each processor of the driver takes buffers back that the channel
 * has fetched, and refills. Without interrupts and work queue, so that as many contexts contend as there are processors.
 */
final class Posts implements Runnable {
    private final CostMachine machine;
    private final SrbReturns returns;

    Posts(CostMachine machine, SrbReturns returns) {
        this.machine = machine;
        this.returns = returns;
    }

    @Override
    public void run() {
        CostSettings settings = machine.settings();
        int contexts = settings.placement() == Placement.PAIR ? 1 : Math.max(1, settings.processors() - 1);
        returns.want(settings.operations());
        List<Completion> ends = new ArrayList<>();
        for (int i = 0; i < contexts; i++) {
            Completion end = machine.completion();
            ends.add(end);
            machine.kernel().user(Context.name(i), () -> {
                post(machine.adapter());
                end.complete();
            });
        }
        ends.forEach(Completion::waitForCompletion);
        machine.quiesce();
    }

    private void post(Adapter adapter) {
        for (long id = returns.take(); id != 0; id = returns.take()) {
            FsfReq req = ReqLists.findRm(adapter.reqList, id);
            adapter.pool.srData.free(req.srb);
            FsfReqs.reqFree(req);
            adapter.statMiss.inc();
            machine.policy().join(adapter);
        }
    }
}
