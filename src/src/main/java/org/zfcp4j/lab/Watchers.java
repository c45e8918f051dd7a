// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.check.WorldObserver;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;

/**
 * Passes events of a world on to all observers, one at a time. In the virtual kernel their reads are not scheduling points; in the
 * real one a lock serialises them.
 */
final class Watchers implements WorldObserver {
    private final VirtualKernel virtual;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<WorldObserver> all = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Device> registration = device -> 0;

    Watchers(Kernel kernel) {
        virtual = kernel instanceof VirtualKernel v ? v : null;
    }

    /** Decides whether a device can be registered: 0, or a negative errno. */
    void register(ToIntFunction<Device> decision) {
        registration = decision;
    }

    void add(WorldObserver observer) {
        all.add(observer);
    }

    private void tell(Consumer<WorldObserver> what) {
        if (virtual != null) {
            virtual.peek(() -> {
                all.forEach(what);
                return null;
            });
            return;
        }
        lock.lock();
        try {
            all.forEach(what);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        // the most frequent call; only the virtual kernel makes it, which serialises already
        for (WorldObserver observer : all) {
            observer.atomicChanged(atomic, oldValue, newValue);
        }
    }

    @Override
    public void taskletKilled(Tasklet tasklet, boolean endless) {
        tell(o -> o.taskletKilled(tasklet, endless));
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        tell(o -> o.workQueued(queue, work, delayJiffies, queued));
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        tell(o -> o.workStart(queue, work));
    }

    @Override
    public void workEnd(WorkQueue queue, Work work) {
        tell(o -> o.workEnd(queue, work));
    }

    @Override
    public void timerArmed(Timer timer, long jiffies) {
        // called by the virtual kernel only, which serialises already
        for (WorldObserver observer : all) {
            observer.timerArmed(timer, jiffies);
        }
    }

    @Override
    public int deviceRegister(Device device) {
        tell(o -> o.deviceRegister(device));
        return registration.applyAsInt(device);
    }

    @Override
    public void deviceRelease(Device device) {
        tell(o -> o.deviceRelease(device));
    }

    @Override
    public void sleep(long millis) {
        tell(o -> o.sleep(millis));
    }

    @Override
    public void message(LogLevel level, Device device, String function, String text) {
        tell(o -> o.message(level, device, function, text));
    }

    @Override
    public void establish(CcwDevice cdev, QdioInitialize init, int rc) {
        tell(o -> o.establish(cdev, init, rc));
    }

    @Override
    public void activate(CcwDevice cdev, int rc) {
        tell(o -> o.activate(cdev, rc));
    }

    @Override
    public void shutdown(CcwDevice cdev, int how) {
        tell(o -> o.shutdown(cdev, how));
    }

    @Override
    public void submit(CcwDevice cdev, int first, int count) {
        tell(o -> o.submit(cdev, first, count));
    }

    @Override
    public void doQdio(CcwDevice cdev, boolean input, int first, int count, int rc) {
        tell(o -> o.doQdio(cdev, input, first, count, rc));
    }

    @Override
    public void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
        tell(o -> o.handler(cdev, input, qdioErr, first, count));
    }

    @Override
    public void unseen(CcwDevice cdev, int first, int count) {
        tell(o -> o.unseen(cdev, first, count));
    }

    @Override
    public void slsbChanged(CcwDevice cdev, boolean input, int first, int count, int state) {
        tell(o -> o.slsbChanged(cdev, input, first, count, state));
    }

    @Override
    public void channelStep(StepResult step) {
        tell(o -> o.channelStep(step));
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        tell(o -> o.traced(area, level, record, length));
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        tell(o -> o.settled(devices));
    }

    @Override
    public void removed(List<CcwDevice> devices) {
        tell(o -> o.removed(devices));
    }
}
