// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.qdio.CioEvent;
import org.zfcp4j.qdio.SubchannelInterrupts;

/** The free-running channel and the thread of its interrupts. */
@Timeout(60)
class RealChannelTest {
    private static boolean isIn(Thread thread, String method) {
        return Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals(method));
    }

    /** Otherwise the channel would be freed while that thread is in it. */
    @Test
    void stopWaitsForTheThreadOfTheInterruptsAlsoIfItIsInterruptedItself() throws InterruptedException {
        Thread stopping = Thread.currentThread();
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<Thread> handler = new AtomicReference<>();
        try (RealKernel kernel = new RealKernel(1 << 20); FcpChannel channel = new FcpChannel()) {
            FcpSubchannel subchannel = channel.addSubchannel("0.0.1900");
            subchannel.attach(kernel, null);
            subchannel.setInterruptHandler(new SubchannelInterrupts() {
                @Override
                public void ioInterrupt(int cstat, int dstat) {
                    handler.set(Thread.currentThread());
                    handling.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public void ioError(int errno) {
                    throw new AssertionError(errno);
                }

                @Override
                public void thinInterrupt() {
                    throw new AssertionError("no queues are established");
                }

                @Override
                public void path(CioEvent event) {
                    throw new AssertionError(event);
                }
            });
            RealChannel running = new RealChannel(kernel, channel);
            subchannel.clear();
            handling.await();
            AtomicBoolean returned = new AtomicBoolean();
            // lets the thread go once it is being waited for
            Thread release = new Thread(() -> {
                while (!returned.get() && !isIn(stopping, "joinFor")) {
                    Thread.onSpinWait();
                }
                goOn.countDown();
            });
            release.start();
            stopping.interrupt();
            running.stop();
            boolean alive = handler.get().isAlive();
            returned.set(true);
            assertTrue(Thread.interrupted(), "the interrupt is kept");
            release.join();
            handler.get().join();
            assertFalse(alive, "the thread was still in the channel");
        }
    }
}
