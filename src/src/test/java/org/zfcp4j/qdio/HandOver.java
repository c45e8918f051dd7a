// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.qdio.QdioBed.INPUT;
import static org.zfcp4j.qdio.QdioBed.OUTPUT;

import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.WaitQueue;

/**
 * Both sides of the hand-over, each as lazy as it may be: a channel that sleeps when it finds no PRIMED output SBAL, and that
 * raises no interrupt while the SBAL before its answer is in state ACK; a driver that keeps SBALs back so that the ACK stands. If
 * either ever decides wrongly that the other will act, a request or an answer is stuck forever.
 */
final class HandOver {
    private static final int IN_FLIGHT = 6;

    private HandOver() {
    }

    /** The side of the hardware. */
    static final class Channel {
        private final ScriptedSubchannel hardware;
        private final SharedMemory slsb;
        private final WaitQueue bell;
        private final AtomicInt rings;
        private final Tasklet interrupt;
        private int output;
        private int input;
        private final int requests;
        private int answered;

        Channel(Kernel kernel, ScriptedSubchannel hardware, int requests) {
            this.requests = requests;
            this.hardware = hardware;
            slsb = kernel.sharedMemory("channel's view", this);
            bell = kernel.waitQueue("doorbell", this);
            rings = kernel.atomicInt("rings", this, 0);
            interrupt = kernel.interrupt("airq", hardware::raiseThinInterrupt);
            hardware.sigaWriteCc = () -> {
                rings.addReturn(1);
                bell.wakeUp();
                return Subchannel.CC_OK;
            };
        }

        void run() {
            while (answered < requests) {
                bell.waitEvent(() -> rings.read() != 0);
                rings.xchg(0);
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
            // The mirror image of the driver's rule: change the own state, then look at the neighbour's.
            VarHandle.fullFence();
        }
    }

    /** The side of the driver: keeps the newest input SBAL back until the next answer, so that the ACK stands. */
    static final class Driver {
        private final QdioBed bed;
        private final WaitQueue wait;
        private final AtomicInt answers;
        private final int requests;
        private int held = -1;

        Driver(Kernel kernel, QdioBed bed, int requests) {
            this.requests = requests;
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
            for (int i = 0; i < requests; i++) {
                int sent = i;
                wait.waitEvent(() -> sent - answers.read() < IN_FLIGHT);
                assertEquals(0, bed.send(i & 127, 1));
            }
            wait.waitEvent(() -> answers.read() == requests);
        }
    }
}
