// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.reqlist.ReqLists;
import org.zfcp4j.zfcp.scsi.Rports;
import org.zfcp4j.zfcp.unit.Units;

class ScsiHostTest {
    private static ScsiDevice lun(HostBed bed) {
        bed.addRport();
        Units.unitAdd(bed.port, HostBed.FCP_LUN);
        bed.unblock(bed.device());
        bed.events.clear();
        return bed.device();
    }

    private static ScsiCmnd command(HostBed bed, ScsiDevice sdev) {
        return new ScsiCmnd(sdev, new byte[6], ScsiConstants.DMA_NONE, null, done -> bed.events.add("done"));
    }

    @Test
    void theHostHasTheLimitsOfTheDriverAndOfTheDevice() {
        HostBed.run(bed -> {
            ScsiHost host = bed.adapter.scsiHost;
            assertEquals(-Errno.EEXIST, ScsiAdapter.adapterRegister(bed.adapter));
            assertSame(host, bed.adapter.scsiHost);
            assertEquals(0x1900, host.uniqueId);
            assertEquals(511, host.maxId);
            assertEquals(0xFFFFFFFFL, host.maxLun);
            assertEquals(16, host.maxCmdLen);
            assertEquals(4096, host.canQueue);
            assertEquals(HostBed.MAX_SBALE_PER_REQ, host.sgTablesize);
            assertEquals(HostBed.MAX_SBALE_PER_REQ * 8, host.maxSectors);
            bed.addRport();
            ScsiAdapter.adapterUnregister(bed.adapter);
            assertNull(bed.adapter.scsiHost);
            assertNull(bed.port.rport);
        });
    }

    @Test
    void withoutNpivAndUnitTheDeviceIsRefusedAndThePortGivenBack() {
        HostBed.run(bed -> {
            bed.addRport();
            bed.events.clear();
            assertNull(bed.scsi.probe(bed.adapter.scsiHost, bed.port.rport, 0, 0));
            bed.adapter.connectionFeatures = 1;
            bed.parameters.allowLunScan = false;
            assertNull(bed.scsi.probe(bed.adapter.scsiHost, bed.port.rport, 0, 0));
            assertEquals(List.of("slave_alloc -6", "slave_alloc -6"), bed.events);
            assertEquals(1, bed.port.dev.references());
        });
    }

    @Test
    void aDeviceThatWasRemovedStaysListedUntilItsLastPut() {
        HostBed.run(bed -> {
            ScsiHost host = bed.adapter.scsiHost;
            ScsiDevice sdev = lun(bed);
            assertSame(sdev, host.iterateDevices(null));
            bed.scsi.removeDevice(sdev);
            assertSame(sdev, bed.device());
            assertNull(bed.scsi.deviceLookup(host, 0, sdev.id, sdev.lun));

            Units.unitAdd(bed.port, HostBed.FCP_LUN + 1);
            assertEquals(2, host.devices.count());
            assertNotSame(sdev, host.iterateDevices(sdev), "and the walk goes on from it");
            assertEquals(1, host.devices.count());
        });
    }

    @Test
    void aLinkDownBetweenListingAndSlaveAllocLeavesTheLunFailedAndItsRecoveryRefused() {
        HostBed.run(bed -> {
            bed.addRport();
            bed.beforeSlaveAlloc = () -> ErpStatus.setAdapterStatus(bed.adapter, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
            Units.unitAdd(bed.port, HostBed.FCP_LUN);
            assertEquals(ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING | ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED,
                    ScsiDev.of(bed.device()).status.read());
            assertEquals("scsla_1 need 0xe0", bed.triggers.getLast());
        });
    }

    @Test
    void statusOfAPortDoesNotReachADeviceThatIsNotSetUpYet() {
        HostBed.run(bed -> {
            bed.addRport();
            bed.beforeSlaveAlloc = () -> {
                ErpStatus.setPortStatus(bed.port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
                assertEquals(0, ScsiDev.of(bed.device()).status.read(), "it belongs to no port yet");
            };
            Units.unitAdd(bed.port, HostBed.FCP_LUN);
            assertEquals(ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING, ScsiDev.of(bed.device()).status.read());
        });
    }

    @Test
    void aCommandToABlockedRemotePortIsRetriedByTheMidlayer() {
        HostBed.run(bed -> {
            ScsiDevice sdev = lun(bed);
            bed.fc.remotePortDelete(sdev.rport);
            bed.events.clear();
            ScsiCmnd scsi = command(bed, sdev);
            assertEquals(0, QueueCommand.queuecommand(scsi));
            assertEquals(List.of("rsl_fai", "done"), bed.events);
            assertEquals(ScsiConstants.DID_IMM_RETRY << 16, scsi.result);
        });
    }

    @Test
    void aCommandToAFailedLunBelowAGoodPortFails() {
        HostBed.run(bed -> {
            ScsiDevice sdev = lun(bed);
            ScsiDev.of(sdev).status.or(ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
            ScsiCmnd scsi = command(bed, sdev);
            assertEquals(0, QueueCommand.queuecommand(scsi));
            assertEquals(ScsiConstants.DID_ERROR << 16, scsi.result);
            assertEquals(List.of("rsl_fai", "done"), bed.events);
        });
    }

    @Test
    void aCommandDuringRecoveryIsRetriedAndOneThatCannotBeSentQueuedAgain() {
        HostBed.run(bed -> {
            ScsiDevice sdev = lun(bed);
            ScsiCmnd scsi = command(bed, sdev);
            // The queues are down: there is no SBAL although the LUN looks open.
            assertEquals(ScsiConstants.SCSI_MLQUEUE_HOST_BUSY, QueueCommand.queuecommand(scsi));
            assertEquals(List.of(), bed.events);

            ScsiDev.of(sdev).status.andnot(ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED);
            assertEquals(0, QueueCommand.queuecommand(scsi));
            assertEquals(ScsiConstants.DID_IMM_RETRY << 16, scsi.result);
        });
    }

    @Test
    void anAbortWithoutPendingRequestFails() {
        HostBed.run(bed -> {
            ScsiCmnd scsi = command(bed, lun(bed));
            scsi.hostScribble = 77;
            assertEquals(ScsiConstants.FAILED, EhAbort.ehAbortHandler(scsi));
            assertEquals(List.of("abrt_or"), bed.events);
        });
    }

    @Test
    void anAbortOnAStoppedAdapterSucceedsAndTheRequestForgetsTheCommand() {
        HostBed.run(bed -> {
            ScsiCmnd scsi = command(bed, lun(bed));
            FsfReq req = bed.module.fsfReqCache.alloc();
            req.reqId = 77;
            req.data = scsi;
            ReqLists.add(bed.adapter.reqList, req);
            scsi.hostScribble = 77;
            assertEquals(ScsiConstants.SUCCESS, EhAbort.ehAbortHandler(scsi));
            assertEquals(List.of("abrt_wt", "abrt_ru"), bed.events);
            assertNull(req.data);
            ReqLists.findRm(bed.adapter.reqList, 77);
            bed.module.fsfReqCache.free(req);
        });
    }

    @Test
    void anAbortOnARunningAdapterThatCannotSendGivesUpAfterThreeTries() {
        HostBed.run(bed -> {
            ScsiCmnd scsi = command(bed, lun(bed));
            bed.adapter.status.or(ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
            FsfReq req = bed.module.fsfReqCache.alloc();
            req.reqId = 77;
            req.data = scsi;
            ReqLists.add(bed.adapter.reqList, req);
            scsi.hostScribble = 77;
            assertEquals(ScsiConstants.FAILED, EhAbort.ehAbortHandler(scsi));
            assertEquals(List.of("abrt_wt", "abrt_wt", "abrt_wt", "abrt_ar"), bed.events);
            ReqLists.findRm(bed.adapter.reqList, 77);
            bed.module.fsfReqCache.free(req);
        });
    }

    @Test
    void resetsOfAnAdapterThatCannotSendAreTracedWithTheirKind() {
        HostBed.run(bed -> {
            ScsiCmnd scsi = command(bed, lun(bed));
            assertEquals(ScsiConstants.SUCCESS, EhReset.ehDeviceResetHandler(scsi));
            assertEquals(ScsiConstants.SUCCESS, EhReset.ehTargetResetHandler(scsi));
            assertEquals(List.of("lr_wait", "lr_nres", "tr_wait", "tr_nres"), bed.events);
        });
    }

    @Test
    void hostResetLogsOutAllPortsUnlessNpiv() {
        HostBed.run(bed -> {
            ScsiCmnd scsi = command(bed, lun(bed));
            assertEquals(ScsiConstants.SUCCESS, EhReset.ehHostResetHandler(scsi));
            bed.adapter.connectionFeatures = 1;
            assertEquals(ScsiConstants.SUCCESS, EhReset.ehHostResetHandler(scsi));
            List<String> tags = new ArrayList<>(bed.events);
            tags.removeIf(tag -> !tag.startsWith("schrh"));
            assertEquals(List.of("schrh_p", "schrh_1", "schrh_r", "schrh_1", "schrh_r"), tags);
            assertEquals(-Errno.EOPNOTSUPP,
                    EhReset.sysfsHostReset(bed.adapter.scsiHost, ScsiConstants.SCSI_FIRMWARE_RESET));
        });
    }

    @Test
    void theLastRequestToTheRemotePortWins() {
        HostBed.run(bed -> {
            bed.addRport();
            bed.events.clear();
            Rports.scheduleRportBlock(bed.port);
            Rports.scheduleRportRegister(bed.port);
            bed.port.rportWork.flush();
            assertEquals(List.of(), bed.events, "never blocked, so there is nothing to add");

            Rports.scheduleRportRegister(bed.port);
            Rports.scheduleRportBlock(bed.port);
            bed.port.rportWork.flush();
            assertEquals(List.of("scpdely", "remote_port_delete 500507630300c562"), bed.events);
            assertEquals(Port.RportTask.RPORT_NONE, bed.port.rportTask);
            assertEquals(1, bed.port.dev.references());
        });
    }
}
