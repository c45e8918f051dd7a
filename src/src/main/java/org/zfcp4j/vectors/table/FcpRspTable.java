// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.fc.FcpIu;

/** {@code fcp_rsp_eval.jsonl}: what a response IU makes of a SCSI command. Its sense data count up from 0x70. */
final class FcpRspTable implements Table {
    private static final int SENSE_START = 0x70;
    private static final int CDB_SIZE = 6;

    @Override
    public String kind() {
        return "fcp_rsp_eval";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("fr_flags") && row.has("rsp_len");
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        try (Arena arena = Arena.ofConfined()) {
            long response = arena.allocate(FsfConstants.FSF_FCP_RSP_SIZE, Long.BYTES).address();
            return rows.stream().map(row -> replay(row, response)).toList();
        }
    }

    private static RowResult replay(Row row, long response) {
        fill(row, response);
        int length = row.word("bufflen");
        ScatterList data = length == 0 ? null : ScatterList.one(response, length);
        ScsiCmnd command = new ScsiCmnd(null, new byte[CDB_SIZE], ScsiConstants.DMA_FROM_DEVICE, data, done -> { });
        command.underflow = row.word("underflow");

        FcpIu.evalFcpRsp(response, command);

        Comparator comparator = new Comparator(row);
        comparator.word("result", command.result);
        comparator.number("resid", command.resid);
        byte[] sense = HexFormat.of().parseHex(row.text("sense"));
        if (!Arrays.equals(Arrays.copyOf(sense, ScsiConstants.SCSI_SENSE_BUFFERSIZE), command.senseBuffer)) {
            comparator.differ("sense", row.text("sense"), HexFormat.of().formatHex(command.senseBuffer));
        }
        return comparator.result();
    }

    private static void fill(Row row, long response) {
        Memory.zero(response, FsfConstants.FSF_FCP_RSP_SIZE);
        FcpResp.FR_FLAGS.set(FcpRespWithExt.RESP.at(response), row.word("fr_flags"));
        FcpResp.FR_STATUS.set(FcpRespWithExt.RESP.at(response), row.word("fr_status"));
        long ext = FcpRespWithExt.EXT.at(response);
        FcpRespExt.FR_RESID.set(ext, row.word("fr_resid"));
        FcpRespExt.FR_RSP_LEN.set(ext, row.word("rsp_len"));
        FcpRespExt.FR_SNS_LEN.set(ext, row.word("sns_len"));
        if (row.word("rsp_code") >= 0) {
            FcpRespRspInfo.RSP_CODE.set(response + FcpRespWithExt.SIZE, row.word("rsp_code"));
        }
        long sense = FcpRespWithExt.SIZE + (row.word("rsp_len") & 0xffff_ffffL);
        for (int i = 0; i < row.word("sns_len") && sense + i < FsfConstants.FSF_FCP_RSP_SIZE; i++) {
            Memory.putByte(response + sense + i, (byte) (SENSE_START + i));
        }
    }
}
