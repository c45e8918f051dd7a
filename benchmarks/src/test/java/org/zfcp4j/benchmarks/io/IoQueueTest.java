// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.channel.SubchannelStats;

/** What the benchmark of I/O measures is I/O: the data gets where it should, and what fails is not measured. */
@Timeout(120)
class IoQueueTest {
    private static final int COMMANDS = 3000;
    private static final int PAGE = 4096;
    private static final int FEW = 10;

    private static long at(IoMachine machine, long offset) {
        return ByteBuffer.wrap(machine.read(offset, Long.BYTES)).getLong();
    }

    @ParameterizedTest
    @CsvSource({"4096, 1", "4096, 32", "65536, 32", "65536, 128"})
    void whatIsWrittenIsOnTheDiskAndIsReadBack(int size, int depth) {
        try (IoMachine machine = new IoMachine(depth)) {
            try (IoQueue queue = new IoQueue(machine, true, size, depth)) {
                queue.run(COMMANDS);
                queue.drain();
                assertTrue(queue.latencies().getTotalCount() >= COMMANDS);
                assertTrue(queue.latencies().getValueAtPercentile(0) > 0);
            }
            int written = 0;
            int areas = IoMachine.DISK / size;
            for (int area = 0; area < areas; area++) {
                long found = at(machine, (long) area * size);
                written += found == IoCommand.stamp(area) ? 1 : 0;
            }
            assertTrue(written > areas / 4, written + " of " + areas);
            // each command moves all of its data, so that what was behind the stamp is zero again
            machine.write(0, ByteBuffer.allocate(size).putLong(size - Long.BYTES, 1).array());
            try (IoQueue queue = new IoQueue(machine, true, size, 1)) {
                while (at(machine, 0) == 0) {
                    queue.run(COMMANDS);
                }
                queue.drain();
            }
            assertEquals(0, at(machine, size - Long.BYTES));
            try (IoQueue queue = new IoQueue(machine, false, size, depth)) {
                queue.run(COMMANDS);
            }
            assertEquals(null, machine.failure());
        }
    }

    @Test
    void otherDataThanBelongsThereEndsIt() {
        try (IoMachine machine = new IoMachine(1)) {
            IoQueue queue = new IoQueue(machine, false, PAGE, 1);
            machine.write(0, new byte[IoMachine.DISK]);
            assertThrows(IllegalStateException.class, () -> queue.run(1));
        }
    }

    @Test
    void aCommandThatFailsEndsIt() {
        try (IoMachine machine = new IoMachine(8)) {
            IoQueue queue = new IoQueue(machine, false, PAGE, 8);
            queue.run(COMMANDS);
            machine.removeDisk();
            String message = assertThrows(IllegalStateException.class, () -> queue.run(COMMANDS)).getMessage();
            assertTrue(message.startsWith("a command failed: result 0x"), message);
        }
    }

    @Test
    void theChannelSawEachCommandAndNoQueueStalled() {
        try (IoMachine machine = new IoMachine(32)) {
            SubchannelStats before = machine.stats();
            IoQueue queue = new IoQueue(machine, false, PAGE, 32);
            queue.run(COMMANDS);
            queue.drain();
            SubchannelStats after = machine.stats();
            // the driver may end something of its own that was begun when the device came up
            long others = after.requestsFetched() - before.requestsFetched() - queue.latencies().getTotalCount();
            assertTrue(others >= 0 && others < FEW, others + " other requests");
            assertEquals(0, after.inputStalls());
            assertEquals(0, after.outputErrors());
            double depth = (double) queue.inFlightSum() / queue.latencies().getTotalCount();
            assertTrue(depth > 1 && depth <= 32, depth + " in flight");
            queue.close();
        }
    }
}
