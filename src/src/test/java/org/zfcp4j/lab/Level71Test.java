// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.level.Levels;

/** The driver of 7.1 on the channel: code updates, and no suspend; and that 5.10 knows nothing of the former. */
class Level71Test {
    private static final int OLD = 0x718;
    private static final int NEW = 0x719;
    private static final int LONGER_THAN_THE_TIMEOUT = 61_000;

    private static WorldResult play(Level level, Consumer<World> script) {
        WorldResult result = World.play(new WorldConfig().devices(1).level(level), world -> {
            world.device(0).setOnline();
            world.sleep(100);
            script.accept(world);
        });
        assertEquals(List.of(), result.findings());
        return result;
    }

    private static Adapter adapter(World world) {
        return world.device(0).adapter();
    }

    private static Notification lost(int subtype) {
        return Notification.of(FsfConstants.FSF_STATUS_READ_NOTIFICATION_LOST, subtype);
    }

    @Test
    void aCodeUpdateChangesTheVersionOfAdapterAndHost() {
        play(Levels.linux71(), world -> {
            assertEquals(OLD, adapter(world).fsfLicVersion);
            world.channel().codeUpdate(NEW);
            world.sleep(100);
            assertEquals(NEW, adapter(world).fsfLicVersion);
            assertEquals("0x000719", adapter(world).scsiHost.fc.firmwareVersion);
            world.channel().codeUpdate(0);
            world.sleep(100);
            assertEquals("00000000", adapter(world).scsiHost.fc.firmwareVersion, "as C writes 0 in that format");
        });
    }

    @Test
    void otherSubtypesOfAVersionChangeAreOnlyTraced() {
        play(Levels.linux71(), world -> {
            world.device(0).subchannel().notify(new Notification(FsfConstants.FSF_STATUS_READ_VERSION_CHANGE, 2, 0, 0, 0,
                    new byte[] {0, 0, 9, 9, 0, 0, 7, 0x18}, 0));
            world.sleep(100);
            assertEquals(OLD, adapter(world).fsfLicVersion);
        });
    }

    @Test
    void aLostVersionChangeAsksForTheVersion() {
        play(Levels.linux71(), world -> {
            world.channel().set(ChannelParameter.LIC_VERSION, NEW);
            world.device(0).subchannel().notify(lost(FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE));
            world.sleep(100);
            assertEquals(NEW, adapter(world).fsfLicVersion);
        });
    }

    @Test
    void theChannelSaysItselfThatItLostOne() {
        play(Levels.linux71(), world -> {
            world.channel().set(ChannelParameter.LOST_POLICY, 2);
            world.channel().addFault(Fault.of(FaultAction.NOTIFY, FsfConstants.FSF_STATUS_READ_NOTIFICATION_LOST)
                    .flags(FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE).command(FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA).times(1));
            world.channel().set(ChannelParameter.LIC_VERSION, NEW);
            // Recovery asks for configuration data, then for port data, upon which the rule has the channel report the loss.
            world.device(0).setOffline();
            world.device(0).setOnline();
            long issued = adapter(world).reqNo;
            world.sleep(100);
            assertEquals(NEW, adapter(world).fsfLicVersion);
            assertTrue(adapter(world).reqNo >= issued);
        });
    }

    @Test
    void anUnansweredQuestionForTheVersionReopensTheAdapterAfterAMinute() {
        WorldResult result = play(Levels.linux71(), world -> {
            world.channel().addFault(Fault.of(FaultAction.SILENCE, 0).command(FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA).times(1));
            world.device(0).subchannel().notify(lost(FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE));
            world.sleep(LONGER_THAN_THE_TIMEOUT);
        });
        assertTrue(result.tags().contains("fsrth_1"), result.tags().toString());
    }

    @Test
    void level510KnowsNothingOfVersionsThatChange() {
        play(Levels.linux510(), world -> {
            assertNull(adapter(world).versionChangeLostWork);
            long requests = adapter(world).reqNo;
            world.channel().codeUpdate(NEW);
            world.device(0).subchannel().notify(lost(FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE));
            world.sleep(100);
            assertEquals(OLD, adapter(world).fsfLicVersion);
            assertEquals(requests + 2, adapter(world).reqNo, "two status read buffers, and nothing else, were sent");
        });
    }

    @Test
    void nothingIsSuspendedAnyMore() {
        play(Levels.linux71(), world -> {
            int status = adapter(world).status.read();
            var device = world.device(0).cdev();
            assertEquals(-Errno.EOPNOTSUPP, device.driver().freeze(device));
            assertEquals(-Errno.EOPNOTSUPP, device.driver().thaw(device));
            assertEquals(-Errno.EOPNOTSUPP, device.driver().restore(device));
            assertEquals(status, adapter(world).status.read());
        });
    }
}
