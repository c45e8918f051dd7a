// SPDX-License-Identifier: GPL-2.0-only

/**
 * A port of the Linux zfcp driver, the hardware that it drives, and machines to run it in. These lines bring an adapter up,
 * let the driver post status read buffers (SRBs), and tell what happened:
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
 * A {@link org.zfcp4j.lab.World} is a machine with FCP devices on one channel. It runs in virtual time, where a seed is a schedule,
 * or with {@link org.zfcp4j.lab.WorldConfig#real} on threads. What broke an invariant is among the
 * {@link org.zfcp4j.lab.WorldResult#findings}, and the driver's traces among its {@link org.zfcp4j.lab.WorldResult#records}.
 * <p>
 * Exported is what programs begin with, and what that names in public:
 * <ul>
 * <li>{@link org.zfcp4j.lab}: machines, devices, what happened, and {@link org.zfcp4j.lab.check} with the invariants;</li>
 * <li>{@link org.zfcp4j.channel}: the FCP channel, its faults, notifications and counters;</li>
 * <li>{@link org.zfcp4j.zfcp.adapter.refill} and {@link org.zfcp4j.zfcp.level}: the refill policies and the levels of Linux;</li>
 * <li>{@link org.zfcp4j.zfcp.def}: adapters, ports and LUNs as the driver has them;</li>
 * <li>{@link org.zfcp4j.kernel}, {@link org.zfcp4j.kernel.virtual} and {@link org.zfcp4j.kernel.real}: what the driver runs on;</li>
 * <li>{@link org.zfcp4j.layout} and below: the structures that driver and channel share, off-heap;</li>
 * <li>{@link org.zfcp4j.trace}: traces as s390dbf text and as timelines;</li>
 * <li>{@link org.zfcp4j.cli}: the command line, to which other jars may add commands.</li>
 * </ul>
 * The functions of the driver, the replay of recordings and the comparison with C are for the command line alone.
 * <p>
 * On the module path, the jars {@code tree-sitter} and {@code tree-sitter-c} belong on the class path beside it: both have the same
 * package. They are needed for {@code parity} alone.
 */
module org.zfcp4j {
    requires transitive jopt.simple;
    requires jtreesitter;
    requires transitive minimal.json;
    requires org.objectweb.asm.commons;
    requires org.objectweb.asm.tree;

    exports org.zfcp4j.channel;
    exports org.zfcp4j.cli;
    exports org.zfcp4j.cli.usage;
    exports org.zfcp4j.kernel;
    exports org.zfcp4j.kernel.debug;
    exports org.zfcp4j.kernel.real;
    exports org.zfcp4j.kernel.scsi;
    exports org.zfcp4j.kernel.virtual;
    exports org.zfcp4j.lab;
    exports org.zfcp4j.lab.check;
    exports org.zfcp4j.lab.fake;
    exports org.zfcp4j.layout;
    exports org.zfcp4j.layout.catalog;
    exports org.zfcp4j.layout.dbf;
    exports org.zfcp4j.layout.fc;
    exports org.zfcp4j.layout.fsf;
    exports org.zfcp4j.layout.qdio;
    exports org.zfcp4j.qdio;
    exports org.zfcp4j.trace;
    exports org.zfcp4j.zfcp.adapter.refill;
    exports org.zfcp4j.zfcp.def;
    exports org.zfcp4j.zfcp.level;

    provides io.github.treesitter.jtreesitter.NativeLibraryLookup with org.zfcp4j.parity.c.parse.NativeGrammar;

    uses org.zfcp4j.cli.Command;
}
