// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/**
 * Passes on to the observer of the environment, in such a way that what it reads is no scheduling point, and that it sees
 * nothing of the tasks that are unwound at the end of a run.
 */
final class QuietObserver implements KernelObserver {
    private final Engine engine;
    private KernelObserver target = new KernelObserver() { };

    QuietObserver(Engine engine) {
        this.engine = engine;
    }

    void setTarget(KernelObserver observer) {
        target = observer;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (engine.isDying()) {
            return;
        }
        engine.enterQuiet();
        try {
            target.atomicChanged(atomic, oldValue, newValue);
        } finally {
            engine.exitQuiet();
        }
    }

    @Override
    public void timerArmed(Timer timer, long jiffies) {
        pass(() -> target.timerArmed(timer, jiffies));
    }

    @Override
    public void serviceLevel(Device device, boolean register) {
        pass(() -> target.serviceLevel(device, register));
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        pass(() -> target.workQueued(queue, work, delayJiffies, queued));
    }

    @Override
    public void taskletDisabled(Tasklet tasklet, boolean scheduled) {
        pass(() -> target.taskletDisabled(tasklet, scheduled));
    }

    @Override
    public void taskletKilled(Tasklet tasklet, boolean endless) {
        pass(() -> target.taskletKilled(tasklet, endless));
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        pass(() -> target.workStart(queue, work));
    }

    @Override
    public void workEnd(WorkQueue queue, Work work) {
        pass(() -> target.workEnd(queue, work));
    }

    @Override
    public void sleep(long millis) {
        pass(() -> target.sleep(millis));
    }

    @Override
    public void message(LogLevel level, Device device, String function, String text) {
        pass(() -> target.message(level, device, function, text));
    }

    @Override
    public int deviceRegister(Device device) {
        int[] result = new int[1];
        pass(() -> result[0] = target.deviceRegister(device));
        return result[0];
    }

    @Override
    public void deviceUnregister(Device device) {
        pass(() -> target.deviceUnregister(device));
    }

    @Override
    public void deviceRelease(Device device) {
        pass(() -> target.deviceRelease(device));
    }

    @Override
    public void quiesce(String context) {
        pass(() -> target.quiesce(context));
    }

    private void pass(Runnable call) {
        if (engine.isDying()) {
            return;
        }
        engine.enterQuiet();
        try {
            call.run();
        } finally {
            engine.exitQuiet();
        }
    }
}
