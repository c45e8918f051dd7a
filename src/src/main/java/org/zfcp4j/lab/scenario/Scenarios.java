// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** All scenarios. */
public final class Scenarios {
    /** What is played when none is named. */
    public static final String DEFAULT = "link-flap";

    private static final List<Scenario> ALL = List.of(
            new Scenario(DEFAULT, "the cable is pulled and replugged while two NPIV devices refill; all policies compared",
                    List.of(new ParallelClaim(), PendingWork.ofLinkFlap(), PendingWork.ofBurst(), RportBlock.once(),
                            RportBlock.ofBurst(), VersionChange.alone(), VersionChange.withPorts(), VersionChange.ofBurst(),
                            new ScanWaits()), true),
            single("bring-up", "two devices come up with remote ports", new BringUp()),
            single("host-con-init", "exchange config data loops through HOST_CONNECTION_INITIALIZING", new HostConInit()),
            single("srb-starvation", "notifications use up all status read buffers; posting them fails", new SrbStarvation()),
            single("shutdown-in-flight", "devices go offline with requests and recovery in flight", new ShutdownInFlight()),
            single("kitchen-sink", "everything at once: I/O, errors, link and ports, offline, removal, no memory", KitchenSink.ofFabric()),
            single("point-to-point", "the same with one remote port, and no fabric", KitchenSink.ofPeer()),
            single("refill-race", "one notification during the initial posting, for explore", new RefillRace()),
            new Scenario("refill-reopen", "a stat_work queued before a reopen, for explore; and what delays it",
                    List.of(new RefillReopen(), RportBlock.once(), RportBlock.ofBurst(), VersionChange.alone(), new VersionChangeLate(),
                            VersionChange.withPorts(), VersionChange.ofBurst()), false));

    private Scenarios() {
    }

    private static Scenario single(String name, String summary, Moment moment) {
        return new Scenario(name, summary, List.of(moment), false);
    }

    /** In the order in which they are listed. */
    public static List<Scenario> all() {
        return ALL;
    }

    /**
     * The scenario of that name.
     *
     * @throws IllegalArgumentException if there is none, with a message for the user that lists the names
     */
    public static Scenario byName(String name) {
        for (Scenario scenario : ALL) {
            if (scenario.name().equals(name)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("no scenario \"" + name + "\"; there are "
                + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")));
    }
}
