// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.fsf.FsfConstants;

/** A channel that becomes what it was. */
class ChannelStateTest {
    @Test
    void restoredItHasItsSubchannelsSettingsAndBuffersAgain() {
        try (VirtualKernel kernel = new VirtualKernel(); FcpChannel channel = new FcpChannel()) {
            kernel.runOrThrow(() -> {
                try (ChannelBed bed = new ChannelBed(kernel, channel)) {
                    bed.up();
                    bed.sendSrb();
                    bed.settle(1);
                    ChannelState state = channel.save();
                    long digest = channel.digest();
                    FcpSubchannel other = channel.addSubchannel("0.0.1901");
                    channel.set(ChannelParameter.HARDWARE_VERSION, 77);
                    bed.subchannel.clear();
                    bed.subchannel.setIndicator(0);
                    assertNotEquals(digest, channel.digest());

                    channel.restore(state);

                    assertEquals(digest, channel.digest());
                    assertEquals(List.of(bed.subchannel), channel.subchannels());
                    assertThrows(IllegalStateException.class, other::stats);
                    assertEquals(2, bed.subchannel.get(ChannelParameter.HARDWARE_VERSION));
                    assertEquals(1, bed.subchannel.stats().srbsNow());
                    assertTrue(bed.subchannel.hasIndicator());
                    bed.subchannel.notify(Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
                    bed.settle(1);
                    assertEquals(1, bed.answered.size());
                }
            });
        }
    }

    @Test
    void stepsOfSomeKindsLeaveTheOthers() {
        try (VirtualKernel kernel = new VirtualKernel(); FcpChannel channel = new FcpChannel()) {
            channel.addStorage(kernel.storage());
            FcpSubchannel subchannel = channel.addSubchannel("0.0.1900");
            StepResult step = channel.newStepResult();
            subchannel.clear();
            assertFalse(channel.stepOf(StepKind.mask(StepKind.FETCH, StepKind.NOTIFY), 0, step));
            assertTrue(channel.stepOf(StepKind.mask(StepKind.FETCH, StepKind.INTERRUPT), 0, step));
            assertEquals(StepKind.INTERRUPT, step.kind());
            assertThrows(IllegalArgumentException.class, () -> channel.stepOf(0, 0, step));
        }
    }

    @Test
    void aChannelThatRunsByItselfIsNotSaved() {
        try (FcpChannel channel = new FcpChannel()) {
            channel.startThread();
            assertThrows(IllegalStateException.class, channel::save);
            channel.stopThread();
            channel.restore(channel.save());
        }
    }
}
