// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;

/** The SCSI commands of a script: built from the line that queues them, known by name afterwards. */
final class ScsiCommands {
    /** A note that gives the protection operation of the next command. */
    static final String PROTECTION_NOTE = "prot_op ";

    private static final int SEGMENT = 4096;
    private static final int SECTOR = 512;
    private static final int PROTECTION_BYTES = 8;
    /** Every byte of the recorded script's protection data. */
    private static final byte PROTECTION_FILL = 0x5a;
    private static final int ALLOWED = 5;
    /** More than any host takes. */
    private static final int MAX_SEGMENTS = 1 << 12;
    private static final int MAX_LENGTH = MAX_SEGMENTS * SEGMENT;
    /** Places in a recorded SBALE. */
    private static final int LENGTH = 5;
    private static final int ADDRESS = 6;

    private final ReplayWorld world;
    private final Map<String, ScsiCmnd> byName = new HashMap<>();
    private final DataBuffers written;
    private final DataBuffers read;
    private final DataBuffers protection;
    private int notedProtOp = -1;

    ScsiCommands(ReplayWorld world) {
        this.world = world;
        Storage storage = world.kernel().storage();
        this.written = new DataBuffers(storage, (i, j) -> (byte) (i * 13 + j * 3));
        this.read = new DataBuffers(storage, (i, j) -> 0);
        this.protection = new DataBuffers(storage, (i, j) -> PROTECTION_FILL);
    }

    /** {@code data_direction} of the QTCB of a recorded FCP command. */
    static int dataDirection(Line request) {
        return bottomWord(request, FsfQtcbBottomIo.DATA_DIRECTION.offset());
    }

    private static int bottomWord(Line request, long offset) {
        // What begins at address 0 of a QTCB begins at index 0 of its dump.
        long at = FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(0)) + offset;
        byte[] qtcb = request.bytes("qtcb", FsfQtcb.SIZE);
        return java.nio.ByteBuffer.wrap(qtcb).getInt((int) at);
    }

    /** True if an answer says that less was transferred than the command asked for. */
    static boolean isShort(Line answer) {
        long flags = FcpRespWithExt.RESP.at(FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(0)))) + FcpResp.FR_FLAGS.offset();
        return (answer.bytes("qtcb", FsfQtcb.SIZE)[(int) flags] & FcConstants.FCP_RESID_UNDER) != 0;
    }

    void noteProtection(String note) {
        notedProtOp = Integer.parseInt(note.substring(PROTECTION_NOTE.length()).trim());
    }

    ScsiCmnd get(String name) {
        ScsiCmnd command = byName.get(name);
        if (command == null) {
            throw new ReplayFailure("no command " + name);
        }
        return command;
    }

    /**
     * Sends a command.
     *
     * @param line {@code queuecommand}
     * @param request the request that the recorded driver made of it; null if it refused the command
     * @param underflow whether it has to transfer all of its data
     */
    void queue(ReplayDevice device, Line line, Line request, boolean underflow) {
        ScsiHost host = device.hostOrFail();
        ScsiDevice sdev = world.scsi().deviceLookup(host, 0, line.signed("target"), line.number("lun"));
        if (sdev == null) {
            throw new ReplayFailure("no SCSI device " + line.signed("target") + ":" + line.number("lun"));
        }
        sdev.put();
        String name = line.text("cmd");
        int direction = line.signed("dir");
        int length = line.upTo("len", MAX_LENGTH);
        int segments = line.upTo("nseg", MAX_SEGMENTS);
        DataBuffers buffers = direction == ScsiConstants.DMA_TO_DEVICE ? written : read;
        ScatterList data = segments == 0 ? null : buffers.list(lengths(request, "data+", segments, length));
        byte[] cdb = line.bytes("cdb", line.text("cdb").length() / 2);
        if (cdb.length > host.maxCmdLen) {
            throw line.malformed("cdb");
        }
        ScsiCmnd command = new ScsiCmnd(sdev, cdb, direction, data, world.midlayerEvents()::scsiDone);
        command.allowed = ALLOWED;
        command.underflow = underflow ? length : 0;
        protect(command, request, length);
        byName.put(name, command);
        world.midlayerEvents().name(command, name);
        int rc = host.template.queuecommand(host, command);
        world.midlayerEvents().queuecommandDone(command, rc);
    }

    /** Lengths of the segments: as the recorded driver found them, or whole ones if it did not get so far. */
    private static int[] lengths(Line request, String name, int count, int total) {
        int[] seen = request == null ? new int[0] : seenLengths(request, name);
        if (seen.length > 0 && IntStream.of(seen).asLongStream().sum() == total) {
            return seen;
        }
        int[] lengths = new int[count];
        int left = total;
        for (int i = 0; i < count; i++) {
            lengths[i] = i == count - 1 ? left : Math.min(left, SEGMENT);
            left -= lengths[i];
        }
        return lengths;
    }

    /** Lengths of the SBALEs that carry {@code name}. */
    private static int[] seenLengths(Line request, String name) {
        return request.array("sbales").values().stream().map(JsonValue::asArray)
            .filter(sbale -> sbale.get(ADDRESS).asString().startsWith(name)).mapToInt(sbale -> sbale.get(LENGTH).asInt())
            .toArray();
    }

    private void protect(ScsiCmnd command, Line request, int length) {
        int op = request == null ? Math.max(notedProtOp, 0) : protOp(dataDirection(request));
        notedProtOp = -1;
        if (op == ScsiConstants.SCSI_PROT_NORMAL) {
            return;
        }
        command.protOp = op;
        command.protType = ScsiConstants.SCSI_PROT_DIF_TYPE1;
        if (request != null) {
            command.lba = bottomWord(request, FsfQtcbBottomIo.REF_TAG_VALUE.offset()) & 0xffff_ffffL;
        }
        if (op == ScsiConstants.SCSI_PROT_READ_PASS || op == ScsiConstants.SCSI_PROT_WRITE_PASS) {
            int size = length / SECTOR * PROTECTION_BYTES;
            command.prot = protection.list(lengths(request, "prot+", 1, size));
        }
    }

    private static int protOp(int dataDirection) {
        return switch (dataDirection) {
            case FsfConstants.FSF_DATADIR_DIF_WRITE_INSERT -> ScsiConstants.SCSI_PROT_WRITE_INSERT;
            case FsfConstants.FSF_DATADIR_DIF_READ_STRIP -> ScsiConstants.SCSI_PROT_READ_STRIP;
            case FsfConstants.FSF_DATADIR_DIF_WRITE_CONVERT -> ScsiConstants.SCSI_PROT_WRITE_PASS;
            case FsfConstants.FSF_DATADIR_DIF_READ_CONVERT -> ScsiConstants.SCSI_PROT_READ_PASS;
            default -> ScsiConstants.SCSI_PROT_NORMAL;
        };
    }
}
