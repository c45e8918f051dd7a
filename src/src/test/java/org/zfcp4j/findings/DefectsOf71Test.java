// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_NOTIFICATION_LOST;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioSetup;

/** What the C driver of 7.1.5 does wrong by itself, and what of it 5.10.198 does as well. */
class DefectsOf71Test {
    private static final int UNLISTED_STATUS = 0x7777;

    static Stream<Level> levels() {
        return Stream.of(Levels.linux510(), Levels.linux71());
    }

    @ParameterizedTest
    @MethodSource("levels")
    void aWellKnownPortAnsweredWithAnUnlistedStatusHangsTheWorkQueueForEver(Level level) {
        WorldResult result = World.play(new WorldConfig().devices(1).level(level), world -> {
            world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, UNLISTED_STATUS).command(FSF_QTCB_OPEN_PORT_WITH_DID).times(1));
            world.device(0).setOnline();
        });
        assertTrue(result.deadlocked(), result.findings().toString());
    }

    /** In C the scan follows the null pointer to the host; here it returns. */
    @ParameterizedTest
    @MethodSource("levels")
    void aScanAfterAFailedFirstSetOnlineFindsNoHost(Level level) {
        WorldResult result = World.play(new WorldConfig().devices(1).level(level), world -> {
            world.module().parameters.noAutoPortRescan = true;
            int rule = world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, UNLISTED_STATUS).command(FSF_QTCB_EXCHANGE_CONFIG_DATA));
            world.device(0).setOnline();
            assertEquals(null, world.device(0).adapter().scsiHost);
            world.channel().removeFault(rule);
        });
        assertEquals(List.of(), result.findings());
    }

    @Test
    void killingATaskletThatIsScheduledAndDisabledDoesNotEndIn71() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            RunResult run = kernel.run(() -> {
                AdapterBed bed = new AdapterBed(kernel, Levels.linux71());
                QdioSetup.setup(bed.adapter);
                QdioConnection.open(bed.adapter.qdio);
                kernel.msleep(1);
                // An interrupt has scheduled it, and recovery closes the queues before it runs.
                bed.adapter.qdio.requestTasklet.schedule();
                QdioConnection.close(bed.adapter.qdio);
                QdioSetup.destroy(bed.adapter.qdio);
            });
            assertEquals(Outcome.DEADLOCK, run.outcome());
        }
    }

    private static WorldResult withoutBuffers(Level level, boolean raised) {
        return World.play(new WorldConfig().devices(1).level(level), world -> {
            world.device(0).setOnline();
            Adapter adapter = world.device(0).adapter();
            world.sleep(100);
            if (raised) {
                world.channel().set(ChannelParameter.STATUS_READ_BUF_NUM, 20);
                world.device(0).subchannel().notify(Notification.of(FSF_STATUS_READ_NOTIFICATION_LOST,
                        FSF_STATUS_READ_SUB_VERSION_CHANGE));
                world.sleep(100);
                assertEquals(20, adapter.statReadBufNum);
            }
            adapter.pool.statusReadReq.resize(0);
            world.memory().starve(1000);
            for (int i = 0; i < 16; i++) {
                world.device(0).subchannel().notify(Notification.of(FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
            }
            world.sleep(1000);
            world.memory().suffice();
            world.sleep(60_000);
            assertEquals(raised ? 16 : 0, adapter.statMiss.read(), "missing at the end");
        });
    }

    @Test
    void aNumberOfBuffersThatIsRaisedWhileTheAdapterIsOpenKeepsTheLossOfAllFromBeingNoticedIn71() {
        assertTrue(withoutBuffers(Levels.linux71(), false).tags().contains("axsref1"));
        assertFalse(withoutBuffers(Levels.linux71(), true).tags().contains("axsref1"));
    }
}
