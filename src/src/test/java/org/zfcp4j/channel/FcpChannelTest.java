// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_CONFIG_COMMAND;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_GOOD;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_HOST_CONNECTION_INITIALIZING;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_REEST_QUEUE;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_INCOMING_ELS;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_LINK_DOWN;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_LINK_UP;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_ACTIVATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.qdio.CioEvent;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.qdio.SubchannelInterrupts;

/** The native channel below the QDIO layer. */
class FcpChannelTest {

    private static void play(Consumer<ChannelBed> test) {
        try (VirtualKernel kernel = new VirtualKernel(); FcpChannel channel = new FcpChannel()) {
            kernel.runOrThrow(() -> {
                try (ChannelBed bed = new ChannelBed(kernel, channel)) {
                    test.accept(bed);
                }
            });
        }
    }

    private static int protStatus(long qtcb) {
        return FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(qtcb));
    }

    @Test
    void answersExchangeConfigData() {
        play(bed -> {
            bed.up();
            long qtcb = bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
            long id = bed.send(qtcb);
            bed.settle(1);
            assertEquals(List.of(id), bed.answered);
            assertEquals(FSF_PROT_GOOD, protStatus(qtcb));
            long config = FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(qtcb));
            assertEquals(0x338, FsfQtcbBottomConfig.ADAPTER_FEATURES.get(config));
            assertEquals(16, FsfQtcbBottomConfig.STATUS_READ_BUF_NUM.get(config));
            assertEquals(1, bed.subchannel.stats().loggedIn());
        });
    }

    @Test
    void statusThatNobodyHasTakenIsGoneAfterClear() {
        List<String> heard = new ArrayList<>();
        try (VirtualKernel kernel = new VirtualKernel(); FcpChannel channel = new FcpChannel()) {
            kernel.runOrThrow(() -> {
                FcpSubchannel subchannel = channel.addSubchannel("0.0.1900");
                StepResult step = channel.newStepResult();
                subchannel.attach(kernel, kernel.orderedWorkQueue("cio"));
                subchannel.setInterruptHandler(new SubchannelInterrupts() {
                    @Override
                    public void ioInterrupt(int cstat, int dstat) {
                        heard.add(cstat + " " + dstat);
                    }

                    @Override
                    public void ioError(int errno) {
                        heard.add("error " + errno);
                    }

                    @Override
                    public void thinInterrupt() {
                        heard.add("thin");
                    }

                    @Override
                    public void path(CioEvent event) {
                        heard.add(event.name());
                    }
                });
                channel.addFault(Fault.of(FaultAction.ESTABLISH, 0).times(1));
                subchannel.establish(0x1000);
                while (channel.step(0, step)) {
                    if (step.kind() == StepKind.INTERRUPT) {
                        channel.raise(step);
                    }
                }
                subchannel.clear();
                assertTrue(channel.step(0, step));
                channel.raise(step);
                kernel.msleep(1);
            });
        }
        assertEquals(List.of("0 0"), heard);
    }

    @Test
    void storageThatQueuesLieInIsNotRemoved() {
        play(bed -> {
            bed.up();
            assertThrows(IllegalStateException.class, () -> bed.channel.removeStorage(bed.storage));
            bed.qdio.shutdown(QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR);
            bed.channel.removeStorage(bed.storage);
            bed.channel.addStorage(bed.storage);
        });
    }

    @Test
    void settingsAndDelaysTakeEffect() {
        play(bed -> {
            bed.up();
            bed.subchannel.set(ChannelParameter.HOST_CONNECTION_TRIES, 1);
            bed.channel.set(ChannelParameter.ANSWER_DELAY_NS, 5_000_000);
            assertEquals(1, bed.subchannel.get(ChannelParameter.HOST_CONNECTION_TRIES));
            long first = bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
            bed.send(first);
            bed.settle(4);
            assertEquals(List.of(), bed.answered);
            bed.settle(2);
            assertEquals(FSF_PROT_HOST_CONNECTION_INITIALIZING, protStatus(first));
            long second = bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
            bed.send(second);
            bed.settle(6);
            assertEquals(FSF_PROT_GOOD, protStatus(second));
        });
    }

    @Test
    void oneStatusReadBufferTooManyIsAnError() {
        play(bed -> {
            bed.up();
            for (int i = 0; i < 16; i++) {
                bed.sendSrb();
            }
            bed.settle(1);
            assertEquals(16, bed.subchannel.stats().srbsNow());
            assertEquals(List.of(), bed.errors);
            bed.sendSrb();
            bed.settle(2000);
            assertEquals(List.of(QDIO_ERROR_SLSB_STATE), bed.errors);
            assertEquals(16, bed.subchannel.stats().srbsMax());
            assertTrue(bed.steps.stream().anyMatch(s -> s.contains("0x62->0xaf") && s.endsWith("too many")), bed.steps::toString);
        });
    }

    @Test
    void cableAndFabricFillStatusReadBuffers() {
        play(bed -> {
            bed.up();
            long[] srb = {bed.sendSrb(), bed.sendSrb(), bed.sendSrb()};
            bed.settle(1);
            bed.channel.unplug(0);
            bed.settle(1);
            bed.channel.replug();
            bed.settle(1);
            assertTrue(bed.subchannel.notify(Notification.rscn(0x00010200)));
            bed.settle(1);
            assertEquals(FSF_STATUS_READ_LINK_DOWN, FsfStatusReadBuffer.STATUS_TYPE.get(srb[0]));
            assertEquals(FSF_STATUS_READ_LINK_UP, FsfStatusReadBuffer.STATUS_TYPE.get(srb[1]));
            assertEquals(FSF_STATUS_READ_INCOMING_ELS, FsfStatusReadBuffer.STATUS_TYPE.get(srb[2]));
            assertEquals(72, FsfStatusReadBuffer.LENGTH.get(srb[2]));
            assertEquals(List.of(1L, 2L, 3L), bed.answered);
        });
    }

    @Test
    void faultsAreListedAndSpent() {
        play(bed -> {
            bed.up();
            Fault rule = Fault.of(FaultAction.PROT_STATUS, FSF_PROT_REEST_QUEUE).command(FSF_QTCB_EXCHANGE_CONFIG_DATA)
                    .on(0).skipping(1).times(1).qualifier(1, 2);
            int id = bed.channel.addFault(rule);
            int[] expected = {FSF_PROT_GOOD, FSF_PROT_REEST_QUEUE, FSF_PROT_GOOD};
            for (int status : expected) {
                long qtcb = bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
                bed.send(qtcb);
                bed.settle(1);
                assertEquals(status, protStatus(qtcb));
            }
            Fault spent = bed.channel.faults().getFirst();
            assertEquals(id, spent.id());
            assertEquals(FaultAction.PROT_STATUS, spent.action());
            assertEquals(1, spent.hits());
            assertEquals(0, spent.count());
            assertEquals(2, spent.qualifier()[1]);
            assertTrue(bed.channel.removeFault(id));
            assertFalse(bed.channel.removeFault(id));
        });
    }

    @Test
    void failedSigaAndEstablishAreReported() {
        play(bed -> {
            bed.channel.addFault(Fault.of(FaultAction.ESTABLISH, 0).times(1));
            assertEquals(-Errno.EIO, bed.establish());
            bed.up();
            bed.channel.addFault(Fault.of(FaultAction.SIGA, Subchannel.CC_BUSY).times(1));
            long rc = bed.send(bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND));
            assertTrue(rc < 0, () -> "do_QDIO returned " + rc);
            assertEquals(1, bed.subchannel.stats().sigaErrors());
        });
    }

    @Test
    void stoppedQueuesAndEventsReachTheDriver() {
        play(bed -> {
            bed.up();
            bed.subchannel.stopQueues(0x02, 0);
            bed.settle(1);
            assertEquals(List.of(QDIO_ERROR_ACTIVATE), bed.errors);
            assertEquals(0, bed.shutdown());
            bed.subchannel.happen(CioEvent.BOXED);
            bed.settle(1);
            assertEquals(Subchannel.CC_NOT_OPERATIONAL, bed.subchannel.sigaWrite(0x8000_0000));
            bed.subchannel.happen(CioEvent.OPER);
        });
    }

    @Test
    void theSameRunTwiceIsTheSame() {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            play(bed -> {
                bed.up();
                bed.channel.set(ChannelParameter.JITTER_NS, 3_000_000);
                for (int i = 0; i < 20; i++) {
                    bed.sendSrb();
                    bed.send(bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND));
                    bed.channel.notifyAll(Notification.of(0x77, i));
                    bed.settle(1);
                }
                bed.settle(10);
                runs.add(List.copyOf(bed.steps));
            });
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.get(0).size() > 100);
    }

    @Test
    void misuseIsRefused() {
        try (FcpChannel channel = new FcpChannel()) {
            FcpSubchannel subchannel = channel.addSubchannel("0.0.1900");
            assertEquals(subchannel, channel.subchannel(0));
            assertThrows(IllegalArgumentException.class, () -> channel.addStorage(0, 4096));
            assertThrows(IllegalArgumentException.class, () -> channel.set(ChannelParameter.SBALS_PER_QUEUE, 1));
            assertThrows(IllegalStateException.class, channel::stopThread);
            assertFalse(subchannel.stopQueues(2, 0));
            assertEquals(Subchannel.CC_OK, subchannel.establish(0x10_0000));
            StepResult result = channel.newStepResult();
            assertTrue(channel.step(0, result));
            assertEquals(StepKind.SUBCHANNEL, result.kind());
            assertEquals(StepDetail.BAD_QDR, result.detail());
            assertTrue(channel.step(0, result));
            assertEquals(0x20, result.cstat());
        }
    }

    @Test
    void theThreadDeliversInterrupts() {
        try (FcpChannel channel = new FcpChannel()) {
            FcpSubchannel subchannel = channel.addSubchannel("0.0.1900");
            StepResult result = channel.newStepResult();
            assertFalse(channel.waitInterrupt(0, result));
            channel.startThread();
            assertThrows(IllegalStateException.class, () -> channel.step(0, result));
            assertEquals(Subchannel.CC_OK, subchannel.clear());
            assertTrue(channel.waitInterrupt(10_000_000_000L, result));
            assertEquals(StepResult.INTERRUPT_IO, result.interrupt());
            assertEquals(0, result.subchannel());
            assertFalse(channel.waitInterrupt(1000, result));
            channel.stopThread();
        }
    }
}
