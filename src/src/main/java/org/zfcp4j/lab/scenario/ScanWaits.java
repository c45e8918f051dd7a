// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * The port scan, on the ordered work queue, waits until a new port was recovered; then the cable bounces and the adapter is
 * recovered first. Recovery that waits for {@code stat_work} waits for the scan that waits for recovery.
 */
final class ScanWaits extends Moment {
    private static final long WWPN = 0x500507630300c562L;
    private static final long WWNN = 0x5005076303ffc562L;
    private static final String LOGIN = "a remote port logs in";
    private static final int D_ID = 0x010200;
    private static final long OPEN_NANOS = 500_000_000;

    ScanWaits() {
        super("scan-waits", "the port scan on the work queue waits for recovery, which refills");
    }

    @Override
    public void configure(WorldConfig config) {
        config.faults(List.of(Fault.of(FaultAction.DELAY, 0).on(0).command(FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID)
                .port(WWPN).delay(OPEN_NANOS).times(1)));
    }

    @Override
    public void play(World world) {
        world.devices().forEach(device -> device.setOnline());
        world.sleep(100);
        world.note("", LOGIN);
        world.channel().san().addPort(new RemotePort(WWPN, WWNN, D_ID), true);
        world.sleep(100);
        world.unplug();
        world.sleep(50);
        world.replug();
    }

    @Override
    public boolean isOpening(Event event) {
        return event.kind() == Event.Kind.ACTION && event.name().equals(LOGIN);
    }

    @Override
    public Expectation expected(String policy) {
        return policy.equals("wait-for-work") ? Expectation.BREAKS : Expectation.HOLDS;
    }
}
