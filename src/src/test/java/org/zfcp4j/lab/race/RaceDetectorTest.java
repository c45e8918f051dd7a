// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldAccess;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.Memory;

/** Small programs of two contexts: what orders them as Linux documents it, and what does not. */
class RaceDetectorTest {
    @ParameterizedTest
    @CsvSource({
        "spinLock, ''", "noLock, race", "readersAndWriter, ''", "writerAmongReaders, race",
        "work, ''", "workAfterQueueing, race", "flushedWork, ''", "unflushedWork, race",
        "timer, ''", "tasklet, ''", "killedTasklet, ''", "runningTasklet, race",
        "completion, ''", "wakeUp, ''", "conditionAlone, race",
        "relaxedAtomics, race", "atomicsThatReturn, ''", "relaxedWithFences, ''",
        "opaqueWithFences, ''", "opaqueWithoutReleaseFence, race", "opaqueWithoutAcquireFence, race",
        "releaseAcquire, ''", "twoReaders, ''", "useAfterFree, USE_AFTER_FREE"})
    void findsWhatNothingOrders(String program, String expected) {
        @SuppressWarnings("unchecked")
        Function<String, String> copy = CopyLoader.checked(bytes -> bytes).newInstance(Programs.class, Function.class);
        assertEquals(expected.isEmpty() ? "" : expected.equals("race") ? "RACE" : expected, copy.apply(program));
    }

    /** Runs in the checking copy. */
    public static final class Programs implements Function<String, String> {
        private VirtualKernel kernel;
        private long data;
        private long flag;

        @Override
        public String apply(String program) {
            RaceDetector detector = new RaceDetector();
            kernel = new VirtualKernel(new VirtualConfig().storageSize(1 << 20).orderListener(detector));
            detector.attach(kernel);
            List<Race> races;
            try {
                data = kernel.storage().zalloc(64, 64);
                flag = kernel.storage().zalloc(64, 64);
                kernel.run(() -> {
                    try {
                        getClass().getDeclaredMethod(program).invoke(this);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
                races = detector.finish();
            } finally {
                kernel.close();
            }
            return races.stream().map(race -> race.kind().toString()).distinct().collect(Collectors.joining(","));
        }

        private void write() {
            Memory.putInt(data, Memory.getInt(data) + 1);
        }

        private void read() {
            Memory.getInt(data);
        }

        private void pair(Runnable first, Runnable second) {
            kernel.user("first", first);
            kernel.user("second", () -> {
                kernel.msleep(1);
                second.run();
            });
        }

        void noLock() {
            pair(this::write, this::write);
        }

        void twoReaders() {
            pair(this::read, this::read);
        }

        void spinLock() {
            SpinLock lock = kernel.spinLock("lock", null);
            Runnable locked = () -> {
                lock.lock();
                write();
                lock.unlock();
            };
            pair(locked, locked);
        }

        void readersAndWriter() {
            RwLock lock = kernel.rwLock("lock", null);
            Runnable reader = () -> {
                lock.readLock();
                read();
                lock.readUnlock();
            };
            pair(reader, reader);
            pair(reader, () -> {
                lock.writeLock();
                write();
                lock.writeUnlock();
            });
        }

        void writerAmongReaders() {
            RwLock lock = kernel.rwLock("lock", null);
            Runnable wrong = () -> {
                lock.readLock();
                write();
                lock.readUnlock();
            };
            pair(wrong, wrong);
        }

        private WorkQueue queue() {
            return kernel.orderedWorkQueue("queue");
        }

        private Work item() {
            return kernel.work("work", null, w -> write());
        }

        void work() {
            WorkQueue queue = queue();
            Work work = item();
            write();
            queue.queue(work);
        }

        void workAfterQueueing() {
            WorkQueue queue = queue();
            Work work = item();
            queue.queue(work);
            write();
        }

        void flushedWork() {
            WorkQueue queue = queue();
            Work work = item();
            queue.queue(work);
            work.flush();
            write();
        }

        void unflushedWork() {
            WorkQueue queue = queue();
            Work work = item();
            queue.queue(work);
            kernel.msleep(1);
            write();
        }

        void timer() {
            Timer timer = kernel.timer("timer", null, this::write);
            write();
            timer.arm(1);
        }

        void tasklet() {
            Tasklet tasklet = kernel.tasklet("tasklet", this::write);
            write();
            tasklet.schedule();
        }

        void killedTasklet() {
            Tasklet tasklet = kernel.tasklet("tasklet", this::write);
            tasklet.schedule();
            tasklet.kill();
            write();
        }

        void runningTasklet() {
            Tasklet tasklet = kernel.tasklet("tasklet", this::write);
            tasklet.schedule();
            kernel.msleep(1);
            write();
        }

        void completion() {
            Completion done = kernel.completion("done", null);
            pair(() -> {
                write();
                done.complete();
            }, () -> {
                done.waitForCompletion();
                write();
            });
        }

        void wakeUp() {
            AtomicInt state = kernel.atomicInt("state", null, 0);
            WaitQueue queue = kernel.waitQueue("queue", null);
            kernel.user("waiter", () -> {
                queue.waitEvent(() -> state.read() == 1);
                write();
            });
            kernel.user("waker", () -> {
                kernel.msleep(1);
                write();
                state.set(1);
                queue.wakeUp();
            });
        }

        /** wait_event looks at the condition first; if it holds, nothing orders. */
        void conditionAlone() {
            AtomicInt state = kernel.atomicInt("state", null, 0);
            WaitQueue queue = kernel.waitQueue("queue", null);
            pair(() -> {
                write();
                state.set(1);
                queue.wakeUp();
            }, () -> {
                queue.waitEvent(() -> state.read() == 1);
                write();
            });
        }

        void relaxedAtomics() {
            AtomicInt state = kernel.atomicInt("state", null, 0);
            pair(() -> {
                write();
                state.inc();
            }, () -> {
                state.read();
                write();
            });
        }

        void atomicsThatReturn() {
            AtomicInt state = kernel.atomicInt("state", null, 1);
            pair(() -> {
                write();
                state.decReturn();
            }, () -> {
                state.addReturn(1);
                write();
            });
        }

        void relaxedWithFences() {
            AtomicInt state = kernel.atomicInt("state", null, 0);
            pair(() -> {
                write();
                fence("releaseFence");
                state.set(1);
            }, () -> {
                state.read();
                fence("acquireFence");
                write();
            });
        }

        private static void fence(String kind) {
            VarHandle.fullFence();
            FieldAccess.fence(kind);
        }

        private void opaque(boolean releases, boolean acquires) {
            pair(() -> {
                write();
                if (releases) {
                    fence("fullFence");
                }
                Memory.putByteOpaque(flag, (byte) 1);
            }, () -> {
                Memory.getByteOpaque(flag);
                if (acquires) {
                    fence("acquireFence");
                }
                write();
            });
        }

        void opaqueWithFences() {
            opaque(true, true);
        }

        void opaqueWithoutReleaseFence() {
            opaque(false, true);
        }

        void opaqueWithoutAcquireFence() {
            opaque(true, false);
        }

        void releaseAcquire() {
            pair(() -> {
                write();
                Memory.putByteRelease(flag, (byte) 1);
            }, () -> {
                Memory.getByteAcquire(flag);
                write();
            });
        }

        void useAfterFree() {
            long block = kernel.storage().zalloc(64, 64);
            kernel.storage().free(block);
            Memory.getInt(block);
        }
    }
}
