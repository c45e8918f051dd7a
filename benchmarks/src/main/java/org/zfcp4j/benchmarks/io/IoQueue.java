// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.zfcp4j.scsi.ScsiHost;

/**
 * A process that keeps so many commands in flight, as with asynchronous I/O: it sleeps until commands are done, takes all of them,
 * and sends as many new ones, each to an area of the disk at random. A closed loop: while commands are slow, fewer are sent. All
 * methods but {@link #done} are for one thread at a time.
 */
public final class IoQueue implements AutoCloseable {
    private static final VarHandle HEAD;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(IoQueue.class, "head", IoCommand.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final long LATENCY_UNIT_NANOS = 100;
    private static final long LATENCY_MOST_NANOS = 10_000_000_000L;
    private static final int LATENCY_DIGITS = 3;
    /** A command that takes so long is lost. */
    private static final long LOST_NANOS = 10_000_000_000L;

    private final IoMachine machine;
    private final ScsiHost host;
    private final boolean write;
    private final int size;
    private final int areas;
    private final IoCommand[] commands;
    private final Histogram latencies = newHistogram();
    /** Commands that are done and not yet taken, the latest first. */
    @SuppressWarnings("unused")
    private IoCommand head;
    /** The thread that sleeps, or is about to; null while it is awake. */
    private volatile Thread sleeper;
    /** Commands that the driver does not have, the one that is to be sent first in front, and the last one. */
    private IoCommand idle;
    private IoCommand lastIdle;
    private int inFlight;
    private int surplus;
    private long random = 1;
    private long refused;
    /** For each command that has ended, how many were in flight until then. */
    private long inFlightSum;

    /**
     * Sends nothing yet. For reading, each area of the disk gets a stamp of its own.
     *
     * @param size bytes of a command
     * @param depth commands in flight
     */
    public IoQueue(IoMachine machine, boolean write, int size, int depth) {
        this.machine = machine;
        this.host = machine.device().host;
        this.write = write;
        this.size = size;
        areas = IoMachine.DISK / size;
        commands = new IoCommand[depth];
        for (int i = 0; i < depth; i++) {
            commands[i] = new IoCommand(machine.device(), machine.storage(), write, size, this);
            giveBack(commands[i], 0);
        }
        if (!write) {
            stampDisk();
        }
        restart();
    }

    /** An empty one for all latencies that a command can have. */
    static Histogram newHistogram() {
        return new Histogram(LATENCY_UNIT_NANOS, LATENCY_MOST_NANOS, LATENCY_DIGITS);
    }

    private void stampDisk() {
        ByteBuffer content = ByteBuffer.allocate(size);
        for (int area = 0; area < areas; area++) {
            content.putLong(0, IoCommand.stamp(area));
            machine.write((long) area * size, content.array());
        }
    }

    /** Lets so many commands end; afterwards as many as before are in flight. Throws if one fails. */
    public void run(int operations) {
        int done = surplus;
        while (done < operations) {
            send();
            done += take();
        }
        surplus = done - operations;
    }

    /** Waits for what is in flight. */
    void drain() {
        while (inFlight > 0) {
            take();
        }
        surplus = 0;
    }

    /** Times from the call of {@code queuecommand} to that of {@code scsi_done} in nanoseconds; reset by their reader. */
    public Histogram latencies() {
        return latencies;
    }

    /** How often the driver had no room for a command, which was sent again later. */
    public long refused() {
        return refused;
    }

    /** How many were in flight when a command ended, summed up over all commands. */
    public long inFlightSum() {
        return inFlightSum;
    }

    /** @param now the process has the next command ready from then on, whether or not the driver has room for it */
    private void giveBack(IoCommand command, long now) {
        command.begun = now;
        command.next = null;
        if (idle == null) {
            idle = command;
        } else {
            lastIdle.next = command;
        }
        lastIdle = command;
    }

    /** The time of commands that the driver does not have yet runs from now on: before, nobody was to send them. */
    void restart() {
        long now = System.nanoTime();
        for (IoCommand command = idle; command != null; command = command.next) {
            command.begun = now;
        }
    }

    private void send() {
        while (idle != null) {
            IoCommand command = idle;
            IoCommand rest = command.next;
            if (!command.isPrepared()) {
                command.prepare(nextArea());
            }
            inFlight++;
            if (host.template.queuecommand(host, command.scsi) != 0) {
                // no SBAL is free: as the midlayer does, again when a command is done
                inFlight--;
                refused++;
                if (inFlight == 0) {
                    Thread.yield();
                    continue;
                }
                return;
            }
            idle = rest;
        }
    }

    /** xorshift, since the areas need not be better mixed than that. */
    private long nextArea() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return Long.remainderUnsigned(random, areas);
    }

    /** {@code scsi_done}: any context. */
    void done(IoCommand command) {
        command.ended = System.nanoTime();
        IoCommand first;
        do {
            first = (IoCommand) HEAD.getAcquire(this);
            command.next = first;
        } while (!HEAD.compareAndSet(this, first, command));
        Thread waiting = sleeper;
        if (waiting != null) {
            sleeper = null;
            LockSupport.unpark(waiting);
        }
    }

    /** Sleeps until commands are done, and takes all of them; returns how many. */
    private int take() {
        if (HEAD.getAcquire(this) == null) {
            sleep();
        }
        long now = System.nanoTime();
        int taken = 0;
        IoCommand next;
        for (IoCommand command = (IoCommand) HEAD.getAndSet(this, null); command != null; command = next) {
            next = command.next;
            command.check();
            latencies.recordValue(Math.min(command.ended - command.begun, LATENCY_MOST_NANOS));
            giveBack(command, now);
            taken++;
        }
        inFlightSum += (long) inFlight * taken;
        inFlight -= taken;
        return taken;
    }

    private void sleep() {
        long deadline = System.nanoTime() + LOST_NANOS;
        while (true) {
            // Set before the list is checked, while a completion appends to the list before it checks for a sleeper: at least one
            // sees the other. Set again after each wake-up, since a late waker takes it away from a later sleep.
            sleeper = Thread.currentThread();
            if ((IoCommand) HEAD.getVolatile(this) != null) {
                break;
            }
            LockSupport.parkNanos(this, LOST_NANOS);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(inFlight + " commands did not end; " + machine.failure());
            }
        }
        sleeper = null;
    }

    /** After writes, what is on the disk is zero or what belongs there. */
    void checkDisk() {
        for (int area = 0; write && area < areas; area++) {
            long found = ByteBuffer.wrap(machine.read((long) area * size, Long.BYTES)).getLong();
            if (found != 0 && found != IoCommand.stamp(area)) {
                throw new IllegalStateException("area " + area + " of the disk has 0x" + Long.toHexString(found));
            }
        }
    }

    /** Waits for what is in flight, and checks the disk. */
    @Override
    public void close() {
        drain();
        checkDisk();
        for (IoCommand command : commands) {
            command.free();
        }
    }
}
