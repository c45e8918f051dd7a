// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.scsi.ScatterList;
import org.zfcp4j.kernel.scsi.ScsiCmnd;
import org.zfcp4j.kernel.scsi.ScsiConstants;
import org.zfcp4j.kernel.scsi.ScsiDevice;
import org.zfcp4j.kernel.scsi.ScsiHost;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;

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

    private final ReplayWorld world;
    private final Map<String, ScsiCmnd> byName = new HashMap<>();
    private int notedProtOp = -1;

    ScsiCommands(ReplayWorld world) {
        this.world = world;
    }

    /** {@code data_direction} of the QTCB of a recorded FCP command. */
    static int dataDirection(Line request) {
        return bottomWord(request, FsfQtcbBottomIo.OFFSET_DATA_DIRECTION);
    }

    private static int bottomWord(Line request, long offset) {
        // What begins at address 0 of a QTCB begins at index 0 of its dump.
        long at = FsfQtcbBottom.io(FsfQtcb.bottom(0)) + offset;
        byte[] qtcb = Hex.bytes(request.text("qtcb"), FsfQtcb.SIZE);
        return java.nio.ByteBuffer.wrap(qtcb).getInt((int) at);
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
     */
    void queue(ReplayDevice device, Line line, Line request) {
        ScsiHost host = device.adapter().scsiHost;
        ScsiDevice sdev = world.scsi().deviceLookup(host, 0, line.signed("target"), line.number("lun"));
        if (sdev == null) {
            throw new ReplayFailure("no SCSI device " + line.signed("target") + ":" + line.number("lun"));
        }
        sdev.put();
        String name = line.text("cmd");
        int direction = line.signed("dir");
        int length = (int) line.number("len");
        int segments = (int) line.number("nseg");
        ScatterList data = data(segments, length, direction);
        byte[] cdb = HexFormat.of().parseHex(line.text("cdb"));
        ScsiCmnd command = new ScsiCmnd(sdev, cdb, direction, data, this::done);
        command.allowed = ALLOWED;
        protect(command, request, length);
        byName.put(name, command);
        world.midlayerEvents().name(command, name);
        world.midlayerEvents().queuecommand(command);
        int rc = host.template.queuecommand(host, command);
        world.midlayerEvents().queuecommandDone(command, rc);
    }

    private void done(ScsiCmnd command) {
        world.midlayerEvents().scsiDone(command);
        release(command.sdb);
        release(command.prot);
    }

    private void release(ScatterList list) {
        if (list != null) {
            world.kernel().storage().free(list.address(0));
        }
    }

    private ScatterList data(int segments, int length, int direction) {
        if (segments == 0) {
            return null;
        }
        long address = world.kernel().storage().zalloc(Math.max(length, 1), Storage.PAGE_SIZE);
        ScatterList list = new ScatterList(segments);
        int left = length;
        for (int i = 0; i < segments; i++) {
            int size = i == segments - 1 ? left : Math.min(left, SEGMENT);
            list.set(i, address, size);
            if (direction == ScsiConstants.DMA_TO_DEVICE) {
                fill(address, size, i);
            }
            address += size;
            left -= size;
        }
        return list;
    }

    private static void fill(long address, int size, int segment) {
        byte[] bytes = new byte[size];
        for (int j = 0; j < size; j++) {
            bytes[j] = (byte) (segment * 13 + j * 3);
        }
        Memory.put(address, bytes);
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
            command.lba = bottomWord(request, FsfQtcbBottomIo.OFFSET_REF_TAG_VALUE) & 0xffff_ffffL;
        }
        if (op == ScsiConstants.SCSI_PROT_READ_PASS || op == ScsiConstants.SCSI_PROT_WRITE_PASS) {
            int size = length / SECTOR * PROTECTION_BYTES;
            long address = world.kernel().storage().alloc(size, Storage.PAGE_SIZE);
            Memory.fill(address, size, PROTECTION_FILL);
            command.prot = ScatterList.one(address, size);
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
