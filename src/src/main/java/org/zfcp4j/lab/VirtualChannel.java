// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.function.Consumer;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** The mock channel as a task of the virtual kernel: one step each time it is scheduled. */
final class VirtualChannel {
    private final FcpChannel channel;
    private final StepResult step;
    private final Consumer<StepResult> watcher;

    VirtualChannel(VirtualKernel kernel, FcpChannel channel, Consumer<StepResult> watcher) {
        this.channel = channel;
        this.step = channel.newStepResult();
        this.watcher = watcher;
        Hardware hardware = kernel.hardware("channel", this::step);
        channel.setDoorbell(hardware::doorbell);
    }

    private long step(long now) {
        if (!channel.step(now, step)) {
            return step.dueNanos() == Long.MAX_VALUE ? HardwareTask.IDLE : step.dueNanos();
        }
        watcher.accept(step);
        if (step.kind() == StepKind.INTERRUPT) {
            channel.raise(step);
        }
        return now;
    }
}
