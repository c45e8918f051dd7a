// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.qdio.Subchannel;

/** What a channel may say as well and hardly ever does, one thing at a time, chosen at random; {@link Trouble} makes what is common. */
final class Caprice {
    private static final int KINDS = 12;
    /** Commands, each with statuses that the driver knows for it. */
    private static final int[][] ANSWERS = {
        {FSF_QTCB_FCP_CMND, FSF_HANDLE_MISMATCH, FSF_FCPLUN_NOT_VALID, FSF_SERVICE_CLASS_NOT_SUPPORTED, FSF_DIRECTION_INDICATOR_NOT_VALID,
            FSF_CMND_LENGTH_NOT_VALID, FSF_INCONSISTENT_PROT_DATA, FSF_INVALID_PROT_PARM, FSF_BLOCK_GUARD_CHECK_FAILURE,
            FSF_APP_TAG_CHECK_FAILURE, FSF_REF_TAG_CHECK_FAILURE, FSF_UNKNOWN_COMMAND},
        // Not that the command does not exist: it does.
        {FSF_QTCB_ABORT_FCP_CMND, FSF_PORT_HANDLE_NOT_VALID, FSF_LUN_HANDLE_NOT_VALID, FSF_SERVICE_CLASS_NOT_SUPPORTED},
        {FSF_QTCB_OPEN_PORT_WITH_DID, FSF_PORT_ALREADY_OPEN, FSF_SECURITY_ERROR, FSF_UNKNOWN_OP_SUBTYPE, FSF_UNKNOWN_COMMAND},
        {FSF_QTCB_OPEN_LUN, FSF_LUN_ALREADY_OPEN, FSF_INVALID_COMMAND_OPTION, FSF_LUN_SHARING_VIOLATION},
        {FSF_QTCB_SEND_ELS, FSF_SERVICE_CLASS_NOT_SUPPORTED, FSF_PAYLOAD_SIZE_MISMATCH, FSF_SBAL_MISMATCH, FSF_UNKNOWN_COMMAND},
        {FSF_QTCB_SEND_GENERIC, FSF_SERVICE_CLASS_NOT_SUPPORTED, FSF_REQUEST_SIZE_TOO_LARGE, FSF_SBAL_MISMATCH},
        {FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_UNKNOWN_COMMAND, FSF_INVALID_COMMAND_OPTION},
        {FSF_QTCB_EXCHANGE_PORT_DATA, FSF_UNKNOWN_COMMAND}};
    private static final int[] QUALIFIERS = {FSF_SQ_NO_RECOM, FSF_SQ_RETRY_IF_POSSIBLE, FSF_SQ_COMMAND_ABORTED, FSF_SQ_SECURITY_REQUIRED,
        FSF_SQ_SECURITY_KM_UNAVAILABLE, FSF_SQ_SECURITY_AUTH_FAILURE, FSF_SQ_SECURITY_ENC_FAILURE};
    private static final int[] PROTOCOL = {FSF_PROT_QTCB_VERSION_ERROR, FSF_PROT_SEQ_NUMB_ERROR, FSF_PROT_UNSUPP_QTCB_TYPE,
        FSF_PROT_HOST_CONNECTION_INITIALIZING, FSF_PROT_DUPLICATE_REQUEST_ID, FSF_PROT_LINK_DOWN, FSF_PROT_REEST_QUEUE, FSF_PROT_ERROR_STATE,
        FSF_PROT_ERROR_STATE << 1};
    private static final int[] LINK_REASONS = {FSF_PSQ_LINK_NO_LIGHT, FSF_PSQ_LINK_WRAP_PLUG, FSF_PSQ_LINK_NO_FCP, FSF_PSQ_LINK_FIRMWARE_UPDATE,
        FSF_PSQ_LINK_INVALID_WWPN, FSF_PSQ_LINK_NO_NPIV_SUPPORT, FSF_PSQ_LINK_NO_FCP_RESOURCES, FSF_PSQ_LINK_NO_FABRIC_RESOURCES,
        FSF_PSQ_LINK_FABRIC_LOGIN_UNABLE, FSF_PSQ_LINK_WWPN_ASSIGNMENT_CORRUPTED, FSF_PSQ_LINK_MODE_TABLE_CURRUPTED,
        FSF_PSQ_LINK_NO_WWPN_ASSIGNMENT, 0};
    /** A channel that speaks of what the driver cannot do. */
    private static final Object[][] STRANGE = {{ChannelParameter.CONFIG_INCOMPLETE, 1}, {ChannelParameter.PORT_DATA_INCOMPLETE, 1},
        {ChannelParameter.FC_TOPOLOGY, FSF_TOPO_AL}, {ChannelParameter.LOW_QTCB_VERSION, 2}, {ChannelParameter.HIGH_QTCB_VERSION, 0},
        {ChannelParameter.MAX_QTCB_SIZE, 64}, {ChannelParameter.HOST_CONNECTION_TRIES, 8}};
    private static final int LONGEST_STRANGE_MILLIS = 300;
    private static final int READ_10 = 0x28;
    private static final int WRITE_10 = 0x2a;
    private static final byte SAM_STAT_CHECK_CONDITION = 2;
    private static final int SENSE_LENGTH = 18;
    private static final byte CURRENT_SENSE = 0x70;

    private final World world;
    private final Surroundings surroundings;
    private final SeededRandom random;

    Caprice(World world, Surroundings surroundings, long seed) {
        this.world = world;
        this.surroundings = surroundings;
        this.random = world.config().draws().sequence(seed);
    }

    private int one(int... values) {
        return values[random.below(values.length)];
    }

    private int times() {
        return 1 + random.below(3);
    }

    /** Makes one. Process context. */
    void make() {
        FcpDevice device = world.device(random.below(world.devices().size()));
        int kind = random.below(KINDS);
        world.note(device.busId(), "caprice " + kind);
        switch (kind) {
            case 0, 1, 2, 3 -> {
                int[] answers = ANSWERS[random.below(ANSWERS.length)];
                answer(answers[0], answers[1 + random.below(answers.length - 1)]);
            }
            case 4 -> answer(ANSWERS[random.below(ANSWERS.length)][0], FSF_ADAPTER_STATUS_AVAILABLE);
            case 5, 6 -> fault(Fault.of(FaultAction.PROT_STATUS, one(PROTOCOL)).command(ANSWERS[random.below(ANSWERS.length)][0])
                    .qualifier(one(LINK_REASONS)).times(1));
            case 7 -> {
                device.subchannel().linkDown(one(LINK_REASONS));
                world.sleep(random.below(50));
                device.subchannel().linkUp();
            }
            case 8 -> strange(device);
            case 9 -> fault(Fault.of(FaultAction.SIGA, Subchannel.CC_BUSY | (random.chance(500) ? Subchannel.SIGA_BUSY : 0))
                    .on(device.subchannel().number()).times(1 + random.below(4)));
            case 10 -> fault(Fault.of(FaultAction.FCP_RSP, 0).command(FSF_QTCB_FCP_CMND).opcode(one(READ_10, WRITE_10)).data(response()).times(times()));
            default -> fault(Fault.of(one(0, 1) == 0 ? FaultAction.CT_NO_LAST : FaultAction.CT_RESIDUAL, one(0, 4, 0x10000)).times(1));
        }
    }

    private void answer(int command, int status) {
        int qualifier = one(QUALIFIERS);
        Fault fault = Fault.of(FaultAction.FSF_STATUS, status).command(command).qualifier(qualifier, random.chance(500) ? qualifier : 0).times(times());
        // A well-known port that is opened with a status that Linux does not know for it blocks recovery for ever.
        fault(command == FSF_QTCB_OPEN_PORT_WITH_DID ? fault.port(surroundings.any(random).wwpn()) : fault);
    }

    /** What a channel says of itself when its queues are set up, for a while. */
    private void strange(FcpDevice device) {
        Object[] strange = STRANGE[random.below(STRANGE.length)];
        ChannelParameter parameter = (ChannelParameter) strange[0];
        long usual = world.channel().get(parameter);
        world.channel().set(parameter, (int) strange[1]);
        Attributes.adapterFailed(device.adapter());
        world.sleep(random.below(LONGEST_STRANGE_MILLIS));
        world.channel().set(parameter, usual);
        device.notify("LINK_UP", Notification.of(FSF_STATUS_READ_LINK_UP, 0));
    }

    /** An answer of a target that has done nothing: sense data, with and without a response code before, or too little data. */
    private byte[] response() {
        boolean code = random.chance(300);
        boolean sense = random.chance(600);
        int info = code ? FcpRespRspInfo.SIZE : 0;
        byte[] iu = new byte[FcpRespWithExt.SIZE + info + (sense ? SENSE_LENGTH : 0)];
        int flags = (int) (FcpRespWithExt.RESP.offset() + FcpResp.FR_FLAGS.offset());
        int ext = (int) FcpRespWithExt.EXT.offset();
        if (code) {
            iu[flags] |= FcConstants.FCP_RSP_LEN_VAL;
            iu[ext + (int) FcpRespExt.FR_RSP_LEN.offset() + Integer.BYTES - 1] = (byte) info;
        }
        if (sense) {
            iu[flags] |= FcConstants.FCP_SNS_LEN_VAL;
            iu[ext + (int) FcpRespExt.FR_SNS_LEN.offset() + Integer.BYTES - 1] = SENSE_LENGTH;
            iu[FcpRespWithExt.SIZE + info] = CURRENT_SENSE;
            iu[FcpRespWithExt.SIZE + info + 2] = (byte) random.below(12);
        }
        int rest = random.chance(400) ? one(FcConstants.FCP_RESID_UNDER, FcConstants.FCP_RESID_OVER) : 0;
        if (rest != 0) {
            iu[flags] |= (byte) rest;
            iu[ext + (int) FcpRespExt.FR_RESID.offset() + 2] = (byte) (1 + random.below(8));
        }
        // Only what the driver takes for a failure may be called good: nothing was done.
        if (sense || rest != FcConstants.FCP_RESID_OVER) {
            iu[flags + 1] = SAM_STAT_CHECK_CONDITION;
        }
        return iu;
    }

    private void fault(Fault fault) {
        world.channel().addFault(fault);
    }
}
