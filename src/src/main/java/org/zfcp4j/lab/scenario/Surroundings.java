// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_INPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_OUTPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_SYNC_NEEDED;

import java.util.List;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.zfcp.def.ModuleParameters;

/**
 * What devices are connected to, and how an administrator has loaded the module: drawn by the seed of a run.
 *
 * @param ports remote ports that there are
 * @param pointToPoint one port, and no fabric
 * @param npiv whether each device has a login of its own
 * @param dataRouter module parameter {@code datarouter}
 * @param noAutoPortRescan module parameter {@code no_auto_port_rescan}
 * @param ratelimit module parameter {@code port_scan_ratelimit}, in milliseconds
 * @param berStop module parameter {@code ber_stop}
 * @param firstReqNo where request ids begin
 * @param unplugged whether the cable is pulled when devices are set online for the first time
 * @param hasty whether an administrator is at work before a device is open for the first time
 * @param statusReads status read buffers that the channel asks for
 * @param poor whether memory is short when devices are set online for the first time: also for work queue and thread
 * @param crowded whether the first device has two administrators
 * @param unprobed whether LUNs that are added by hand are left to the driver, which has the midlayer look for them
 * @param security FC Endpoint Security that the channel can do, {@code FSF_FC_SECURITY_*}; 0 for none
 * @param capricious whether the channel also says what it hardly ever says
 * @param curious whether somebody tries what no attribute takes
 * @param protection module parameters {@code dif} and {@code dix}: neither, the first, both; disks are formatted accordingly
 * @param speeds bits of the speeds that the channel can do, the lowest being that of its link; 0 for the usual ones
 * @param logged bytes of log that the channel adds to each answer
 * @param synchronised whether the subchannel needs signals for both queues, and synchronisation
 */
record Surroundings(List<RemotePort> ports, boolean pointToPoint, boolean npiv, boolean dataRouter, boolean noAutoPortRescan, int ratelimit,
        boolean berStop, long firstReqNo, boolean unplugged, boolean hasty, int statusReads, boolean poor, boolean crowded,
        boolean unprobed, int security, boolean capricious, boolean curious, boolean synchronised,
        Protection protection, int speeds, int logged) {
    /** Who checks blocks: nobody, channel and disk, or the host as well. */
    enum Protection {
        NONE, DIF, DIX
    }

    private static final long SALT = 0x5eed;
    private static final int BACKOFF_MILLIS = 500;
    private static final int MORE_STATUS_READS = 24;
    /** All signals, and synchronisation before either side sees a state. */
    private static final int ALL_SIGNALS = AC1_SIGA_INPUT_NEEDED | AC1_SIGA_OUTPUT_NEEDED | AC1_SIGA_SYNC_NEEDED;
    private static final int MOST_LOGGED = 1024;
    /** From 1 to 128 Gbit/s. */
    private static final int ALL_SPEEDS = 0x1ff;
    private static final int[] RATELIMITS = {0, 0, 1000, 20_000};
    private static final int[] SECURITIES = {0, FsfConstants.FSF_FC_SECURITY_AUTH, FsfConstants.FSF_FC_SECURITY_ENC_FCSP2,
        FsfConstants.FSF_FC_SECURITY_AUTH | FsfConstants.FSF_FC_SECURITY_ENC_ERAS};
    /** Zero, or a hundred requests before an id needs its 32nd, 33rd or 64th bit. */
    private static final long[] FIRST = {0, 0, 0, (1L << 31) - 100, (1L << 32) - 100, (1L << 63) - 100};

    static Surroundings of(long seed, boolean pointToPoint) {
        SeededRandom random = new SeededRandom(seed ^ SALT);
        boolean npiv = random.chance(700);
        boolean dataRouter = random.chance(700);
        boolean noAutoPortRescan = random.chance(150);
        int ratelimit = RATELIMITS[random.below(RATELIMITS.length)];
        boolean berStop = random.chance(500);
        long firstReqNo = FIRST[random.below(FIRST.length)];
        boolean unplugged = random.chance(150);
        boolean hasty = random.chance(250);
        int statusReads = random.chance(800) ? FsfConstants.FSF_STATUS_READS_RECOM : MORE_STATUS_READS;
        boolean poor = random.chance(100);
        boolean crowded = random.chance(150);
        int security = random.chance(200) ? SECURITIES[1 + random.below(SECURITIES.length - 1)] : 0;
        boolean unprobed = random.chance(150);
        boolean capricious = random.chance(250);
        boolean curious = random.chance(250);
        boolean synchronised = random.chance(150);
        Protection protection = random.chance(150) ? Protection.values()[1 + random.below(2)] : Protection.NONE;
        int speeds = random.chance(300) ? 1 + random.below(ALL_SPEEDS) : 0;
        int logged = random.chance(40) ? 1 + random.below(MOST_LOGGED) : 0;
        List<RemotePort> ports = pointToPoint ? SmallSan.PORTS.subList(0, 1) : SmallSan.PORTS;
        return new Surroundings(ports, pointToPoint, npiv && !pointToPoint, dataRouter, noAutoPortRescan, ratelimit, berStop, firstReqNo,
                unplugged, hasty, statusReads, poor, crowded, unprobed, security, capricious,
                curious, synchronised, protection, speeds, logged);
    }

    void configure(WorldConfig config) {
        config.portScan(ratelimit, ratelimit == 0 ? 0 : BACKOFF_MILLIS).parameters(this::set);
    }

    private void set(ModuleParameters parameters) {
        parameters.datarouter = dataRouter;
        parameters.noAutoPortRescan = noAutoPortRescan;
        parameters.berStop = berStop;
        parameters.firstReqNo = firstReqNo;
        parameters.dif = protection != Protection.NONE;
        parameters.dix = protection == Protection.DIX;
    }

    /** Before a device is set online. */
    void connect(World world) {
        world.channel().set(ChannelParameter.CONNECTION_FEATURES, npiv ? FsfConstants.FSF_FEATURE_NPIV_MODE : 0);
        world.channel().set(ChannelParameter.STATUS_READ_BUF_NUM, statusReads);
        if (protection != Protection.NONE) {
            long features = world.channel().get(ChannelParameter.ADAPTER_FEATURES);
            world.channel().set(ChannelParameter.ADAPTER_FEATURES, features | FsfConstants.FSF_FEATURE_DIF_PROT_TYPE1 | FsfConstants.FSF_FEATURE_DIX_PROT_TCPIP);
        }
        world.channel().set(ChannelParameter.LOG_LENGTH, logged);
        if (speeds != 0) {
            world.channel().set(ChannelParameter.SUPPORTED_SPEED, speeds);
            world.channel().set(ChannelParameter.FC_LINK_SPEED, Integer.lowestOneBit(speeds));
        }
        if (synchronised) {
            world.channel().set(ChannelParameter.QDIOAC1, ALL_SIGNALS);
        }
        if (security != 0) {
            long features = world.channel().get(ChannelParameter.ADAPTER_FEATURES);
            world.channel().set(ChannelParameter.ADAPTER_FEATURES, features | FsfConstants.FSF_FEATURE_FC_SECURITY);
            world.channel().set(ChannelParameter.FC_SECURITY_ALGORITHMS, security);
        }
        if (pointToPoint) {
            RemotePort peer = ports.get(0);
            world.channel().set(ChannelParameter.FC_TOPOLOGY, FsfConstants.FSF_TOPO_P2P);
            world.channel().set(ChannelParameter.PEER_D_ID, peer.dId());
            world.channel().set(ChannelParameter.PEER_WWPN, peer.wwpn());
            world.channel().set(ChannelParameter.PEER_WWNN, peer.wwnn());
        }
    }

    /** One of the ports. */
    RemotePort any(SeededRandom random) {
        return ports.get(random.below(ports.size()));
    }

    /** Where a port is after it was away, and how its connections are secured then. */
    RemotePort moved(RemotePort port, SeededRandom random) {
        RemotePort there = pointToPoint || random.chance(500) ? port : port.at(port.dId() + 0x1000);
        return security == 0 ? there : there.secured(SECURITIES[random.below(SECURITIES.length)] & security);
    }
}
