// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.io.Initiator;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfBitErrorPayload;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** Faults of fabric and channel, one after the other, chosen at random. {@link #end} removes them all. */
final class Trouble {
    private static final int KINDS = 29;
    /** Level 7.1 hears of code updates as well. */
    private static final int VERSION_CHANGE = KINDS;
    private static final int SENSE_KEY_UNIT_ATTENTION = 6;
    private static final int ASC_CAPACITY_CHANGED = 0x2a;
    /** Commands, each with statuses that a channel answers now and then; {@link Caprice} has others. */
    private static final int[][] ANSWERS = {
        {FsfConstants.FSF_QTCB_FCP_CMND, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_LUN_HANDLE_NOT_VALID,
            FsfConstants.FSF_PORT_BOXED, FsfConstants.FSF_LUN_BOXED, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE,
            FsfConstants.FSF_SECURITY_ERROR},
        {FsfConstants.FSF_QTCB_ABORT_FCP_CMND, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_PORT_BOXED,
            FsfConstants.FSF_LUN_BOXED, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID, FsfConstants.FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED,
            FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_OPEN_LUN, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_PORT_BOXED,
            FsfConstants.FSF_LUN_SHARING_VIOLATION, FsfConstants.FSF_MAXIMUM_NUMBER_OF_LUNS_EXCEEDED,
            FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_CLOSE_LUN, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_LUN_HANDLE_NOT_VALID,
            FsfConstants.FSF_PORT_BOXED, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_CLOSE_PORT, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_CLOSE_PHYSICAL_PORT, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_PORT_BOXED,
            FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_SEND_ELS, FsfConstants.FSF_ELS_COMMAND_REJECTED, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_SEND_GENERIC, FsfConstants.FSF_PORT_HANDLE_NOT_VALID, FsfConstants.FSF_PORT_BOXED,
            FsfConstants.FSF_GENERIC_COMMAND_REJECTED, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE},
        {FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA},
        {FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA}};
    /** "Unable to perform" has the driver ask again. */
    private static final int[] CT_REASONS = {FcConstants.FC_FS_RJT_UNABL, 5};
    private static final byte SAM_STAT_BUSY = 8;
    /** Operations of disks: task management has an answer of its own. */
    private static final int READ_10 = 0x28;
    private static final int WRITE_10 = 0x2a;
    /** Device status: channel end, device end, unit check. */
    private static final int UNIT_CHECK = 0x0e;
    /** Commands, and the seconds after which the driver gives them up. */
    private static final int[][] LATE = {{FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA, 30}, {FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA, 30},
        {FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID, 30}, {FsfConstants.FSF_QTCB_OPEN_LUN, 30}, {FsfConstants.FSF_QTCB_CLOSE_LUN, 30},
        {FsfConstants.FSF_QTCB_CLOSE_PHYSICAL_PORT, 30}, {FsfConstants.FSF_QTCB_ABORT_FCP_CMND, 10}, {FsfConstants.FSF_QTCB_SEND_ELS, 30}};
    private static final int[] QUALIFIERS = {
        FsfConstants.FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED,
        FsfConstants.FSF_SQ_NO_RETRY_POSSIBLE};

    private final World world;
    private final Surroundings surroundings;
    private final SeededRandom random;
    private final int kinds;
    /** How connections to ports that have been away are secured. */
    private final Map<Long, Integer> connections = new HashMap<>();

    Trouble(World world, Surroundings surroundings, long seed) {
        this.world = world;
        this.surroundings = surroundings;
        this.random = world.config().draws().sequence(seed);
        this.kinds = KINDS + (world.device(0).adapter().versionChangeLostWork == null ? 0 : 1);
    }

    private int one(int... values) {
        return values[random.below(values.length)];
    }

    /** Makes trouble. Process context. */
    void make() {
        FcpDevice device = world.device(random.below(world.devices().size()));
        RemotePort port = surroundings.any(random);
        int kind = random.below(kinds);
        world.note(device.busId(), "trouble " + kind);
        switch (kind) {
            case 0 -> {
                world.unplug();
                pause(50);
                world.replug();
            }
            case 1 -> {
                device.subchannel().linkDown(0);
                pause(50);
                device.subchannel().linkUp();
            }
            case 2 -> {
                world.channel().san().removePort(port.wwpn(), random.chance(800));
                pause(300);
                RemotePort there = surroundings.moved(port, random);
                connections.put(there.wwpn(), there.connectionInfo());
                world.channel().san().addPort(there, true);
            }
            case 3 -> world.channel().san().sendLogo(port.wwpn());
            case 4 -> world.channel().san().sendPlogi(port.wwpn());
            case 5, 6 -> notifications(device, port);
            case 7 -> device.notify("RSCN", Notification.rscn(one(0, 0x01000000, 0x02000000, 0x03000000) | port.dId()));
            case 8 -> fault(Fault.of(FaultAction.SILENCE, 0).command(command()).times(1 + random.below(2)));
            case 9, 10 -> fault(Fault.of(FaultAction.DELAY, 0).command(command()).delay(milliseconds(40))
                    .times(1 + random.below(4)));
            case 11, 12 -> answer(ANSWERS[random.below(ANSWERS.length)]);
            case 13 -> signalsFail(device);
            case 14 -> fault(Fault.of(random.chance(500) ? FaultAction.SLSB_INPUT : FaultAction.SLSB_OUTPUT, 0)
                    .qualifier(random.below(QdioConstants.QDIO_MAX_BUFFERS_PER_Q)).on(device.subchannel().number()).times(1).skipping(random.below(3)));
            case 15 -> {
                device.subchannel().set(ChannelParameter.HOST_CONNECTION_TRIES, 1);
                device.notify("LINK_UP", Notification.of(FsfConstants.FSF_STATUS_READ_LINK_UP, 0));
            }
            case 16, 17 -> withoutAnswer();
            // Answers at the moment of the midlayer's timeout.
            case 18 -> fault(Fault.of(FaultAction.DELAY, 0).command(FsfConstants.FSF_QTCB_FCP_CMND)
                    .delay(Initiator.TIMEOUT * 1_000_000L - milliseconds(2)).times(6));
            case 19 -> fault(Fault.of(FaultAction.FCP_RSP, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).opcode(one(READ_10, WRITE_10)).data(response())
                    .times(1 + random.below(3)));
            case 20 -> fault(Fault.of(FaultAction.CT_REJECT, one(CT_REASONS)).times(1 + random.below(2)));
            case 21 -> fault(Fault.of(random.chance(500) ? FaultAction.ESTABLISH : FaultAction.ACTIVATE, 0).times(1));
            case 22 -> programsHang(device);
            case 23 -> device.notify("bit errors", new Notification(FsfConstants.FSF_STATUS_READ_BIT_ERROR_THRESHOLD, 0, 0, 0, 0,
                    new byte[FsfBitErrorPayload.SIZE], 0));
            case 24, 25 -> late();
            case 26 -> device.subchannel().stopQueues(UNIT_CHECK, 0);
            case 27 -> stubborn();
            case VERSION_CHANGE -> versionChange(device);
            default -> {
                world.memory().starve(100 + random.below(900));
                pause(1500);
                world.memory().suffice();
            }
        }
    }

    /** A code update, of which each device hears, or that it missed. */
    private void versionChange(FcpDevice device) {
        if (random.chance(500)) {
            world.channel().codeUpdate(0x700 + random.below(0x100));
        } else {
            device.notify("lost VERSION_CHANGE", Notification.of(FsfConstants.FSF_STATUS_READ_NOTIFICATION_LOST,
                    FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE | one(0, FsfConstants.FSF_STATUS_READ_SUB_INCOMING_ELS)));
        }
    }

    /** An answer of a target that has done nothing: more data than there is room for, a failure of its own, or a busy target. */
    private byte[] response() {
        byte[] iu = new byte[FcpRespWithExt.SIZE + FcpRespRspInfo.SIZE];
        int flags = (int) (FcpRespWithExt.RESP.offset() + FcpResp.FR_FLAGS.offset());
        int length = (int) (FcpRespWithExt.EXT.offset() + FcpRespExt.FR_RSP_LEN.offset()) + Integer.BYTES - 1;
        switch (random.below(3)) {
            case 0 -> iu[flags] = FcConstants.FCP_RESID_OVER;
            case 1 -> {
                iu[flags] = FcConstants.FCP_RSP_LEN_VAL;
                iu[length] = (byte) FcpRespRspInfo.SIZE;
                iu[(int) (FcpRespWithExt.SIZE + FcpRespRspInfo.RSP_CODE.offset())] = (byte) (1 + random.below(5));
            }
            default -> iu[flags + 1] = SAM_STAT_BUSY;
        }
        return iu;
    }

    /** An answer at the moment of its timeout, or just before or after. */
    private void late() {
        int[] kind = LATE[random.below(LATE.length)];
        fault(Fault.of(FaultAction.DELAY, 0).command(kind[0]).delay(kind[1] * 1_000_000_000L - milliseconds(4)).times(1));
    }

    /** Commands whose answers come after the resets that they lead to; the aborts fail. */
    private void stubborn() {
        int commands = 1 + random.below(3);
        fault(Fault.of(FaultAction.STUBBORN, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).times(commands));
        fault(Fault.of(FaultAction.DELAY, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).delay(2 * Initiator.TIMEOUT * 1_000_000L + milliseconds(3000))
                .times(commands));
        fault(Fault.of(FaultAction.FSF_STATUS, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE).command(FsfConstants.FSF_QTCB_ABORT_FCP_CMND)
                .qualifier(FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).times(commands));
    }

    /** The queues are to be set up anew, and the channel takes no notice, or does not say when it has ended them. */
    private void programsHang(FcpDevice device) {
        fault(random.chance(500) ? Fault.of(FaultAction.ESTABLISH, 0).flags(1).times(1) : Fault.of(FaultAction.CLEAR, 0).times(1));
        Attributes.adapterFailed(device.adapter());
    }

    private void pause(int most) {
        world.sleep(random.below(most));
    }

    private long milliseconds(int most) {
        return random.below(most) * 1_000_000L;
    }

    /** SCSI commands, whose aborts may fail as well, and then the resets. */
    private void withoutAnswer() {
        fault(Fault.of(FaultAction.SILENCE, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).times(1 + random.below(4)));
        if (random.chance(700)) {
            fault(Fault.of(FaultAction.FSF_STATUS, one(FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE, FsfConstants.FSF_LUN_BOXED,
                    FsfConstants.FSF_PORT_BOXED)).command(FsfConstants.FSF_QTCB_ABORT_FCP_CMND)
                    .qualifier(FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).times(1 + random.below(3)));
        }
    }

    /** FCP commands are by far the most frequent ones. */
    private int command() {
        return random.chance(300) ? FsfConstants.FSF_QTCB_FCP_CMND : ANSWERS[random.below(ANSWERS.length)][0];
    }

    private void answer(int[] answers) {
        int status = answers.length == 1 ? FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE
                : answers[1 + random.below(answers.length - 1)];
        fault(Fault.of(FaultAction.FSF_STATUS, status).command(answers[0]).qualifier(one(QUALIFIERS))
                .times(1 + random.below(3)));
    }

    private void fault(Fault fault) {
        world.channel().addFault(fault);
    }

    /** For a while no signal gets through to the channel. */
    private void signalsFail(FcpDevice device) {
        int rule = world.channel().addFault(Fault.of(FaultAction.SIGA,
                one(Subchannel.CC_STATUS_PENDING, Subchannel.CC_NOT_OPERATIONAL)).on(device.subchannel().number()));
        for (int i = random.below(4); i >= 0; i--) {
            device.subchannel().notify(Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
        }
        pause(100);
        world.channel().removeFault(rule);
    }

    private void notifications(FcpDevice device, RemotePort port) {
        for (int i = random.below(20); i >= 0; i--) {
            switch (random.below(7)) {
                case 0 -> notify(device, new Notification(FsfConstants.FSF_STATUS_READ_PORT_CLOSED, 0, port.dId(), 0, 0,
                        new byte[0], milliseconds(5)));
                case 1 -> notify(device, Notification.of(FsfConstants.FSF_STATUS_READ_NOTIFICATION_LOST,
                        FsfConstants.FSF_STATUS_READ_SUB_INCOMING_ELS));
                case 2 -> notify(device, Notification.rscn(port.dId(), port.dId()));
                case 3 -> notify(device, Notification.of(random.below(20), 0xff));
                case 4 -> world.channel().san().raiseAttention(port.wwpn(), SmallSan.LUN, SENSE_KEY_UNIT_ATTENTION,
                        ASC_CAPACITY_CHANGED, 0);
                default -> notify(device, Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
            }
        }
    }

    /** Link events come from the channel only, and what needs a payload is not made up. */
    private static void notify(FcpDevice device, Notification notification) {
        switch (notification.type()) {
            case FsfConstants.FSF_STATUS_READ_BIT_ERROR_THRESHOLD, FsfConstants.FSF_STATUS_READ_LINK_DOWN,
                    FsfConstants.FSF_STATUS_READ_FEATURE_UPDATE_ALERT -> {
            }
            default -> device.subchannel().notify(notification);
        }
    }

    /** Of each open port, the driver knows how connections to it are secured, once it has opened it again. */
    void expectSecurity(FcpDevice device) {
        // The lists are looked at between two steps, without locks.
        if (surroundings.security() == 0 || world.config().real()) {
            return;
        }
        Adapter adapter = device.adapter();
        world.expect(adapter.fcSecurityAlgorithms == surroundings.security(), device, "the adapter does not know what FC Endpoint Security it has");
        adapter.portList.forEach(port -> {
            boolean open = (port.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_OPEN) != 0;
            world.expect(!open || port.connectionInfo == connections.getOrDefault(port.wwpn, 0), device,
                    String.format("port 0x%016x does not know how it is secured", port.wwpn));
        });
    }

    /** Nothing disturbs the driver any more. */
    void end() {
        world.note("", "the trouble is over");
        world.memory().suffice();
        world.channel().clearFaults();
        world.channel().set(ChannelParameter.HOST_CONNECTION_TRIES, 0);
        world.replug();
        for (FcpDevice device : world.devices()) {
            device.subchannel().linkUp();
        }
    }
}
