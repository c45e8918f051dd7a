// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.qdio.QdioBed.INPUT;
import static org.zfcp4j.qdio.QdioBed.OUTPUT;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/**
 * Both hand-overs under schedules that switch at every step: a channel that sleeps when it finds no PRIMED output SBAL, and
 * that raises no interrupt while the SBAL before its answer is in state ACK. If either side ever decides wrongly that the other
 * will act, a request or an answer is stuck, and the run does not end.
 */
class HandOverTest {
    private static final int REQUESTS = 150;
    private static final int IN_FLIGHT = 6;

    /** The side of the hardware. */
    private static final class Channel {
        private final FakeSubchannel hardware;
        private final SharedMemory slsb;
        private final WaitQueue bell;
        private final AtomicInt rings;
        private final Tasklet interrupt;
        private int output;
        private int input;
        private int answered;

        Channel(Kernel kernel, FakeSubchannel hardware) {
            this.hardware = hardware;
            slsb = kernel.sharedMemory("channel's view", this);
            bell = kernel.waitQueue("doorbell", this);
            rings = kernel.atomicInt("rings", this, 0);
            interrupt = kernel.interrupt("airq", hardware::raiseThinInterrupt);
            hardware.sigaWriteCc = () -> {
                rings.inc();
                bell.wakeUp();
                return Subchannel.CC_OK;
            };
        }

        void run() {
            while (answered < REQUESTS) {
                bell.waitEvent(() -> rings.read() != 0);
                rings.set(0);
                while (stateOf(OUTPUT, output) == 0x62) {
                    set(OUTPUT, output, 0xa1);
                    output = SlsbRun.bufnr(output + 1);
                    answer();
                }
            }
        }

        private void answer() {
            assertEquals(0x41, stateOf(INPUT, input), "an empty SBAL for the answer");
            set(INPUT, input, 0x82);
            if (stateOf(INPUT, SlsbRun.bufnr(input - 1)) != 0x81) {
                interrupt.schedule();
            }
            input = SlsbRun.bufnr(input + 1);
            answered++;
        }

        private int stateOf(int queue, int index) {
            slsb.read();
            return hardware.state(queue, index);
        }

        private void set(int queue, int index, int state) {
            slsb.write();
            hardware.setStates(queue, index, 1, state);
        }
    }

    /** The side of the driver: keeps the newest input SBAL back until the next answer, so that the ACK stands. */
    private static final class Driver {
        private final QdioBed bed;
        private final WaitQueue wait;
        private final AtomicInt answers;
        private int held = -1;

        Driver(Kernel kernel, QdioBed bed) {
            this.bed = bed;
            wait = kernel.waitQueue("answers_wq", this);
            answers = kernel.atomicInt("answers", this, 0);
            bed.onInput = this::answered;
        }

        private void answered(int err, int queue, int first, int count) {
            if (held >= 0) {
                assertEquals(first, SlsbRun.bufnr(held + 1), "in order");
                bed.receive(held, 1);
            }
            if (count > 1) {
                bed.receive(first, count - 1);
            }
            held = SlsbRun.bufnr(first + count - 1);
            answers.addReturn(count);
            wait.wakeUp();
        }

        void run() {
            for (int i = 0; i < REQUESTS; i++) {
                int sent = i;
                wait.waitEvent(() -> sent - answers.read() < IN_FLIGHT);
                assertEquals(0, bed.send(i & 127, 1));
            }
            wait.waitEvent(() -> answers.read() == REQUESTS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothingIsStuck(long seed) {
        VirtualConfig config = new VirtualConfig().scheduler(new SeededScheduler(seed)).seed(seed).timeLimit(600_000);
        try (VirtualKernel kernel = new VirtualKernel(config)) {
            kernel.runOrThrow(() -> {
                QdioBed bed = new QdioBed(kernel).up();
                Channel channel = new Channel(kernel, bed.hardware);
                Driver driver = new Driver(kernel, bed);
                kernel.user("channel", channel::run);
                driver.run();
                bed.close();
            });
        }
    }
}
