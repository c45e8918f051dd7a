// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.fsf.ExchangePortData;

/** What the C driver does that surprises, and the port does as well; the numbers are those of docs/c-driver-findings.md. */
class FindingsTest {
    private static final RemotePort REMOTE = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final int UP = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED;
    /** What is traced as "need" when the object has failed. */
    private static final int REFUSED = 0xe0;

    /** One adapter that is online and has a port open. */
    private static WorldResult online(BiConsumer<World, Adapter> script) {
        return World.play(new WorldConfig().devices(1), world -> {
            world.channel().san().addPort(REMOTE, false);
            world.device(0).setOnline();
            Adapter adapter = world.device(0).adapter();
            assertTrue(world.await(() -> isUp(Ports.getPortByWwpn(adapter, REMOTE.wwpn())), 10_000));
            script.accept(world, adapter);
        });
    }

    private static boolean isUp(Port port) {
        if (port == null) {
            return false;
        }
        port.dev.put();
        return (port.status.read() & UP) == UP;
    }

    private static List<TraceRecord> triggers(WorldResult result, String tag) {
        return result.records().stream().filter(r -> r.kind().equals("rec") && r.tag().equals(tag)).toList();
    }

    private static int need(TraceRecord trigger) {
        return trigger.bytes()[(int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset())] & 0xff;
    }

    private static void healthy(WorldResult result) {
        assertFalse(result.violated(), () -> result.findings().toString());
        assertFalse(result.deadlocked());
    }

    @Test
    void finding1TheReopenAfterProtLinkDownIsRefusedSinceTheAdapterHasFailed() {
        WorldResult result = online((world, adapter) -> {
            world.channel().addFault(Fault.of(FaultAction.PROT_STATUS, FSF_PROT_LINK_DOWN)
                    .command(FSF_QTCB_CLOSE_PORT).times(1));
            Port port = Ports.getPortByWwpn(adapter, REMOTE.wwpn());
            ErpTrigger.portReopen(port, 0, "test__1");
            port.dev.put();
            world.sleep(1000);
            assertTrue((adapter.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0);
        });
        assertEquals(List.of(REFUSED), triggers(result, "fspse_6").stream().map(FindingsTest::need).toList());
        healthy(result);
    }

    @Test
    void finding2TheActionOfANewPortEndsTheWaitForConfigurationData() {
        long[] millis = new long[1];
        WorldResult result = online((world, adapter) -> {
            world.channel().addFault(Fault.of(FaultAction.DELAY, 0).delay(500_000_000L)
                    .command(FSF_QTCB_EXCHANGE_CONFIG_DATA).times(1));
            long start = world.kernel().jiffies();
            ErpTrigger.adapterReopen(adapter, 0, "test__2");
            world.sleep(100);
            Port found = Ports.portEnqueue(adapter, 0x500507630303c562L, ZFCP_STATUS_COMMON_NOESC, 0x010300);
            ErpTrigger.portReopen(found, 0, "fcegpf1");
            ErpWait.wait(adapter);
            millis[0] = world.kernel().jiffies() - start;
            assertTrue(world.device(0).isUp());
        });
        assertTrue(millis[0] >= 8000, "the adapter was up after " + millis[0] + " ms without the pause after a failure");
        healthy(result);
    }

    @Test
    void finding4TheSequenceNumberStartsAnewAtACloseAndTheRequestIdWhenSetOnline() {
        healthy(online((world, adapter) -> {
            long reqNo = adapter.reqNo;
            world.device(0).setOffline();
            assertTrue(adapter.reqNo >= reqNo, "request ids go on: " + reqNo + ", " + adapter.reqNo);
            assertEquals(0, adapter.fsfReqSeqNo);
            world.device(0).setOnline();
            assertTrue(adapter.reqNo < reqNo + 16, "request ids start anew when the device is set online: " + adapter.reqNo);
            assertTrue(adapter.fsfReqSeqNo > 0 && adapter.fsfReqSeqNo < adapter.reqNo - 15,
                    "status reads use up no sequence number: " + adapter.fsfReqSeqNo + " of " + adapter.reqNo);
        }));
    }

    @Test
    void finding6AnOpenFailsIfNotEvenTheFirstBufferIsPostedAndTheReopenIsDropped() {
        long[] millis = new long[1];
        // Configuration and port data are exchanged; then do_QDIO refuses the first status read.
        RefillPolicy refusedOnce = new RefillPolicy() {
            private boolean refused;

            @Override
            public String policyName() {
                return "refused-once";
            }

            @Override
            public int refill(Adapter adapter) {
                if (!refused) {
                    refused = true;
                    adapter.qdio.device.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
                }
                return new AddUnless().refill(adapter);
            }
        };
        WorldResult result = World.play(new WorldConfig().devices(1).policy(refusedOnce), world -> {
            long start = world.kernel().jiffies();
            world.device(0).setOnline();
            millis[0] = world.kernel().jiffies() - start;
            assertTrue(world.device(0).isUp());
        });
        assertEquals(List.of(0), triggers(result, "fsrs__1").stream().map(FindingsTest::need).toList());
        assertEquals(List.of(0), triggers(result, "axsref1").stream().map(FindingsTest::need).toList());
        assertTrue(millis[0] >= 8000, "second attempt after " + millis[0] + " ms");
        healthy(result);
    }

    @Test
    void finding11OnlyConfigurationDataIsRepeatedWhileTheHostStillConnects() {
        healthy(online((world, adapter) -> {
            world.channel().addFault(Fault.of(FaultAction.PROT_STATUS, FSF_PROT_HOST_CONNECTION_INITIALIZING)
                    .command(FSF_QTCB_CLOSE_PORT).times(1));
            Port port = Ports.getPortByWwpn(adapter, REMOTE.wwpn());
            ErpTrigger.portReopen(port, 0, "test_11");
            port.dev.put();
            ErpWait.wait(adapter);
            assertTrue((adapter.status.read() & ZFCP_STATUS_ADAPTER_HOST_CON_INIT) != 0);
            assertTrue(world.device(0).isUp());
        }));
    }

    @Test
    void finding12SevenAnswersThatTheHostStillConnectsCost135Seconds() {
        WorldResult result = World.play(new WorldConfig().devices(1), world -> {
            world.device(0).subchannel().set(ChannelParameter.HOST_CONNECTION_TRIES, 7);
            long start = world.kernel().jiffies();
            world.device(0).setOnline();
            long seconds = (world.kernel().jiffies() - start) / 1000;
            assertEquals(135, seconds);
            assertTrue(world.device(0).isUp());
        });
        healthy(result);
    }

    @Test
    void finding15AClosedAdapterStillShowsModesOfItsLastOpen() {
        healthy(online((world, adapter) -> {
            world.device(0).setOffline();
            assertEquals(ZFCP_STATUS_ADAPTER_MB_ACT | ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED, adapter.status.read());
        }));
    }

    @Test
    void finding16OnlyCommonBitsGoDownAndClearingFailureForgetsAttempts() {
        healthy(online((world, adapter) -> {
            Port port = Ports.getPortByWwpn(adapter, REMOTE.wwpn());
            port.dev.put();
            port.erpCounter.set(2);
            int before = port.status.read();
            ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_ERP_FAILED | ZFCP_STATUS_ADAPTER_SUSPENDED);
            assertEquals(before | ZFCP_STATUS_COMMON_ERP_FAILED, port.status.read());
            ErpStatus.clearAdapterStatus(adapter, ZFCP_STATUS_COMMON_ERP_FAILED | ZFCP_STATUS_ADAPTER_SUSPENDED);
            assertEquals(before, port.status.read());
            assertEquals(0, port.erpCounter.read());
        }));
    }

    @Test
    void finding17AShutdownDuringAReopenIsDroppedAndNoticedAtItsEnd() {
        WorldResult result = online((world, adapter) -> {
            world.channel().addFault(Fault.of(FaultAction.DELAY, 0).delay(500_000_000L)
                    .command(FSF_QTCB_EXCHANGE_CONFIG_DATA).times(1));
            ErpTrigger.adapterReopen(adapter, 0, "test_17");
            world.sleep(100);
            ErpTrigger.adapterShutdown(adapter, 0, "test17s");
            ErpWait.wait(adapter);
            assertFalse(world.device(0).isUp());
        });
        assertEquals(List.of(0), triggers(result, "test17s").stream().map(FindingsTest::need).toList());
        assertEquals(List.of(ZFCP_ERP_ACTION_REOPEN_ADAPTER),
                triggers(result, "ersscg1").stream().map(FindingsTest::need).toList());
        healthy(result);
    }

    @Test
    void portDataThatWereRefusedCountAsRead() {
        healthy(online((world, adapter) -> {
            long before = adapter.diagnostics.portData.timestamp;
            world.sleep(100);
            world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, FSF_ADAPTER_STATUS_AVAILABLE)
                    .qualifier(FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).command(FSF_QTCB_EXCHANGE_PORT_DATA).times(1));
            assertEquals(0, ExchangePortData.exchangePortDataSync(adapter.qdio, null));
            assertEquals(before, adapter.diagnostics.portData.timestamp);
        }));
    }
}
