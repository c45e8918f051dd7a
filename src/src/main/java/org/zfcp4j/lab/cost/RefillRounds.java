// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.kernel.Completion;

/**
 * Rounds in which the channel has as many notifications as it has status read buffers. Interrupts, handlers and {@code stat_work} are the
 * driver's; whenever that begins, the further contexts refill as well, as adapter open does on the ERP thread.
 */
final class RefillRounds implements Runnable {
    private final CostMachine machine;
    private final List<Completion> starts = new ArrayList<>();
    private boolean over;

    RefillRounds(CostMachine machine) {
        this.machine = machine;
    }

    @Override
    public void run() {
        CostSettings settings = machine.settings();
        over = false;
        starts.clear();
        for (int i = 0; i < settings.placement().contexts(settings.processors()); i++) {
            Completion start = machine.completion();
            starts.add(start);
            machine.kernel().user(Context.name(i), () -> join(start));
        }
        machine.quiesce();
        machine.policy().starts(() -> starts.forEach(Completion::complete));
        for (int left = settings.operations(); left > 0; left -= settings.srbs()) {
            for (int i = 0; i < Math.min(left, settings.srbs()); i++) {
                machine.subchannel().notify(Notification.of(FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
            }
            machine.quiesce();
        }
        machine.policy().starts(() -> { });
        over = true;
        starts.forEach(Completion::complete);
        machine.quiesce();
    }

    private void join(Completion start) {
        while (true) {
            start.waitForCompletion();
            if (over) {
                return;
            }
            start.init();
            machine.policy().join(machine.adapter());
        }
    }
}
