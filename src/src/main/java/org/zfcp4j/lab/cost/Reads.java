// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;

/** Processes that read 4 KiB each, and again as soon as the last command is done. */
final class Reads implements Runnable {
    private static final int BYTES = 4096;
    private static final int BLOCK = 512;
    private static final byte READ_10 = 0x28;
    private static final int CDB_LENGTH = 10;

    private final CostMachine machine;
    private final ScsiDevice disk;

    Reads(CostMachine machine, ScsiDevice disk) {
        this.machine = machine;
        this.disk = disk;
    }

    @Override
    public void run() {
        CostSettings settings = machine.settings();
        int users = 1 + settings.placement().contexts(settings.processors());
        List<Completion> ends = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            Completion end = machine.completion();
            ends.add(end);
            int share = settings.operations() / users + (i < settings.operations() % users ? 1 : 0);
            machine.kernel().user(Context.name(i), () -> {
                read(share);
                end.complete();
            });
        }
        ends.forEach(Completion::waitForCompletion);
    }

    private void read(int commands) {
        Storage storage = machine.kernel().storage();
        long buffer = storage.alloc(BYTES, BYTES);
        ScatterList data = new ScatterList(1);
        data.set(0, buffer, BYTES);
        byte[] cdb = new byte[CDB_LENGTH];
        cdb[0] = READ_10;
        cdb[CDB_LENGTH - 2] = BYTES / BLOCK;
        for (int i = 0; i < commands; i++) {
            Completion completed = machine.completion();
            ScsiCmnd command = new ScsiCmnd(disk, cdb, ScsiConstants.DMA_FROM_DEVICE, data, ignored -> completed.complete());
            while (disk.host.template.queuecommand(disk.host, command) != 0) {
                machine.kernel().msleep(1);
            }
            completed.waitForCompletion();
            if (command.result != 0) {
                throw new IllegalStateException("a read ended with 0x" + Integer.toHexString(command.result));
            }
        }
        storage.free(buffer);
    }
}
