// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.example;

import org.zfcp4j.channel.Notification;
import org.zfcp4j.lab.EventText;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.zfcp.adapter.AddUnless;

/** The example in the Javadoc of {@link org.zfcp4j.lab}: an adapter comes up, refills a status read buffer, and reports what happened. */
public final class FirstSteps {
    private FirstSteps() {
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        // The overview begins.
        WorldConfig config = new WorldConfig().devices(1).policy(new AddUnless()).journal(true);
        WorldResult result = World.play(config, world -> {
            FcpDevice device = world.device(0);
            device.setOnline(); // recovery opens the adapter and posts 16 status read buffers (SRBs)
            device.notify("RSCN", Notification.rscn(0x010200)); // uses one up: stat_work posts another
            world.sleep(100); // virtual milliseconds
            System.out.println(device.subchannel().stats().srbsAccepted() + " SRBs posted, stat_miss " + device.adapter().statMiss.read());
        });
        result.events().forEach(event -> System.out.println(event.micros() + " us, " + event.context() + ": " + EventText.of(event)));
        System.out.println((result.up() ? "up, " : "down, ") + result.maxSrbs() + " of " + result.limit() + " SRBs at most, violated: " + result.findings());
        // The overview ends.
    }
}
