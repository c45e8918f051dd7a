// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;

class RportsTest {
    @Test
    void aQueuedWishHoldsOneReferenceHoweverOftenItIsRepeated() {
        AdapterBed.run(bed -> {
            Port port = bed.port(0x500507630300c562L, 0x10200);
            Rports.scheduleRportRegister(port);
            assertEquals(Port.RportTask.RPORT_ADD, port.rportTask);
            assertTrue(port.rportWork.isPending());
            assertEquals(2, port.dev.references());
            Rports.scheduleRportRegister(port);
            assertEquals(2, port.dev.references());
            port.rport = new FcRport(bed.host(), 0, port.wwpn, port.dId, 0);
            Rports.scheduleRportBlock(port);
            assertEquals(Port.RportTask.RPORT_DEL, port.rportTask);
            assertEquals(2, port.dev.references());
        });
    }

    @Test
    void aPortWithoutRemotePortIsNotQueuedForBlocking() {
        AdapterBed.run(bed -> {
            Port with = bed.port(1, 1);
            with.rport = new FcRport(bed.host(), 0, 1, 1, 0);
            Port without = bed.port(2, 2);
            Rports.scheduleRportsBlock(bed.adapter);
            assertTrue(with.rportWork.isPending());
            assertEquals(2, with.dev.references());
            assertFalse(without.rportWork.isPending());
            assertEquals(1, without.dev.references());
            assertEquals(Port.RportTask.RPORT_DEL, without.rportTask);
        });
    }
}
