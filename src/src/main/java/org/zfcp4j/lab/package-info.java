// SPDX-License-Identifier: GPL-2.0-only
/**
 * Machines with FCP devices on one channel, in which the driver runs, and what happened in them. These lines bring an adapter up, let
 * the driver post status read buffers (SRBs), and print what happened:
 * {@snippet :
 *     WorldConfig config = new WorldConfig().devices(1).policy(new AddUnless()).journal(true);
 *     WorldResult result = World.play(config, world -> {
 *         FcpDevice device = world.device(0);
 *         device.setOnline(); // recovery opens the adapter and posts 16 status read buffers (SRBs)
 *         device.notify("RSCN", Notification.rscn(0x010200)); // uses one up: stat_work posts another
 *         world.sleep(100); // virtual milliseconds
 *         System.out.println(device.subchannel().stats().srbsAccepted() + " SRBs posted, stat_miss " + device.adapter().statMiss.read());
 *     });
 *     result.events().forEach(event -> System.out.println(event.micros() + " us, " + event.context() + ": " + EventText.of(event)));
 *     System.out.println((result.up() ? "up, " : "down, ") + result.maxSrbs() + " of " + result.limit() + " SRBs at most, violated: " + result.findings());
 * }
 * A {@link org.zfcp4j.lab.World} runs in virtual time, where a seed is a schedule, or on threads
 * ({@link org.zfcp4j.lab.WorldConfig#real}). Violated invariants are among the {@link org.zfcp4j.lab.WorldResult#findings}, the driver's
 * traces among its {@link org.zfcp4j.lab.WorldResult#records}.
 *
 * <p>Programs usually also need {@link org.zfcp4j.channel} (faults, notifications and counters of the FCP channel),
 * {@link org.zfcp4j.zfcp.adapter} (refill policies), {@link org.zfcp4j.zfcp.level} (levels of Linux) and {@link org.zfcp4j.zfcp.def}
 * (adapters, ports and LUNs as the driver sees them).
 */
package org.zfcp4j.lab;
