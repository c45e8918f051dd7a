// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioObserver;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.fsf.StatusRead;
import org.zfcp4j.zfcp.qdio.QdioConnection;

/**
 * The channel of the search against the native mock: the same driver code, run with the one and with the other, sees the same SBALs
 * come back in the same states, the same notifications and the same errors.
 */
class ChannelEquivalenceTest {
    /** A channel with {@code srbs} status read buffers that uses up {@code notifications} of them. */
    private interface World extends AutoCloseable {
        Subchannel subchannel();

        /** Once the buffers are there. */
        void use();

        @Override
        void close();
    }

    private static World search(VirtualKernel kernel, int srbs, int notifications) {
        RefillChannel channel = new RefillChannel(kernel, srbs, notifications, false, new ConfigAnswers(srbs));
        return new World() {
            @Override
            public Subchannel subchannel() {
                return channel;
            }

            @Override
            public void use() {
                // it does so by itself
            }

            @Override
            public void close() {
                // nothing to give back
            }
        };
    }

    private static World mock(VirtualKernel kernel, int srbs, int notifications) {
        FcpChannel channel = new FcpChannel();
        channel.addStorage(kernel.storage());
        FcpSubchannel subchannel = channel.addSubchannel("0.0.1900");
        channel.set(ChannelParameter.SRB_LIMIT, srbs);
        subchannel.attach(kernel, kernel.orderedWorkQueue("cio"));
        StepResult step = channel.newStepResult();
        Hardware hardware = kernel.hardware("channel", now -> {
            if (!channel.step(now, step)) {
                return step.dueNanos() == Long.MAX_VALUE ? HardwareTask.IDLE : step.dueNanos();
            }
            if (step.kind() == StepKind.INTERRUPT) {
                channel.raise(step);
            }
            return now;
        });
        channel.setDoorbell(hardware::doorbell);
        return new World() {
            @Override
            public Subchannel subchannel() {
                return subchannel;
            }

            @Override
            public void use() {
                for (int i = 0; i < notifications; i++) {
                    channel.notifyAll(Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
                }
            }

            @Override
            public void close() {
                channel.close();
            }
        };
    }

    /** What the driver saw, in order. */
    private static List<String> play(Function<VirtualKernel, World> maker, int srbs, int posts) {
        List<String> seen = new ArrayList<>();
        QdioObserver observer = new QdioObserver() {
            @Override
            public void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
                for (int i = first; i < first + count; i++) {
                    seen.add((input ? "input " : "output ") + i + " error " + Integer.toHexString(qdioErr));
                }
            }
        };
        try (VirtualKernel kernel = new VirtualKernel(); World world = maker.apply(kernel)) {
            kernel.runOrThrow(() -> {
                RefillCase refill = new RefillCase(RefillStart.RACE, new AddUnless(), srbs, 0);
                Adapter adapter = AdapterParts.make(kernel, refill, world.subchannel(), (area, level, tod, record, length) ->
                    seen.add(new String(record, 1, 7, java.nio.charset.StandardCharsets.US_ASCII).trim()), observer);
                AdapterParts.open(adapter, refill, QdioTiming.LINUX);
                for (int i = 0; i < posts; i++) {
                    assertEquals(0, StatusRead.statusRead(adapter.qdio));
                }
                kernel.msleep(5000);
                world.use();
                kernel.msleep(20000);
                seen.add("stat_miss " + adapter.statMiss.read());
                seen.add("free " + adapter.qdio.reqQFree.read());
                QdioConnection.close(adapter.qdio);
                adapter.workQueue.destroy();
            });
        }
        seen.sort(java.util.Comparator.comparing(line -> line.replaceAll("[0-9a-f]+$", "")));
        return seen;
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 0", "3, 4, 0", "16, 16, 0", "16, 17, 0", "16, 18, 0", "4, 4, 1", "4, 4, 2", "16, 16, 3"})
    void driverSeesTheSame(int srbs, int posts, int notifications) {
        List<String> search = play(kernel -> search(kernel, srbs, notifications), srbs, posts);
        List<String> mock = play(kernel -> mock(kernel, srbs, notifications), srbs, posts);
        assertEquals(mock, search);
        assertEquals(posts > srbs, mock.contains("qdireq1"), mock.toString());
    }

    @Test
    void oneTooManyIsAnErrorOnItsSbal() {
        List<String> seen = play(kernel -> search(kernel, 2, 0), 2, 3);
        assertTrue(seen.contains("output 2 error 100"), seen.toString());
    }
}
