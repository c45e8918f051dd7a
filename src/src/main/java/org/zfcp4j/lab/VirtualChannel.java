// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.function.Consumer;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.race.RaceDetector;

/** The mock channel as a task of the virtual kernel: one step each time it is scheduled. */
final class VirtualChannel {
    private final FcpChannel channel;
    private final StepResult step;
    private final Consumer<StepResult> watcher;
    /** Null unless races are looked for. */
    private final RaceDetector races;

    /** @param races sees the accesses of the channel; may be null */
    VirtualChannel(VirtualKernel kernel, FcpChannel channel, Consumer<StepResult> watcher, RaceDetector races) {
        this.races = races;
        this.channel = channel;
        this.step = channel.newStepResult();
        this.watcher = watcher;
        Hardware hardware = kernel.hardware("channel", this::step);
        channel.setDoorbell(hardware::doorbell);
        if (races != null) {
            channel.setStart(races::starts);
            channel.setEnd(races::ends);
        }
    }

    private long step(long now) {
        if (!stepOnce(now)) {
            return step.dueNanos() == Long.MAX_VALUE ? HardwareTask.IDLE : step.dueNanos();
        }
        watcher.accept(step);
        if (step.kind() == StepKind.INTERRUPT) {
            channel.raise(step);
        }
        return now;
    }

    private boolean stepOnce(long now) {
        if (races == null) {
            return channel.step(now, step);
        }
        races.beforeStep();
        boolean acted = channel.step(now, step);
        races.afterStep();
        return acted;
    }
}
