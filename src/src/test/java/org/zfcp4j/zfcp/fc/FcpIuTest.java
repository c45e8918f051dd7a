// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;

class FcpIuTest {
    private final Arena arena = Arena.ofConfined();
    private long area;

    private static final class BareDevice extends ScsiDevice {
        BareDevice(long lun) {
            super(null, 0, 0, lun, null);
        }

        @Override
        public int get() {
            return 0;
        }

        @Override
        public void put() {
        }
    }

    @BeforeEach
    void allocate() {
        // Twice the response area, so that what lies behind it can be told from it.
        area = arena.allocate(2L * FsfConstants.FSF_FCP_RSP_SIZE, 8).address();
    }

    @AfterEach
    void free() {
        arena.close();
    }

    private static ScsiCmnd command(byte[] cdb, int direction, int bufflen) {
        ScatterList data = bufflen == 0 ? null : ScatterList.one(0x1000, bufflen);
        return new ScsiCmnd(new BareDevice(0x40004010L), cdb, direction, data, done -> { });
    }

    @Test
    void readsNoSenseBeyondTheResponseAreaWhateverTheLengthsSay() {
        for (int rspLen : new int[] {8, 100, 104, 105, 0x7fffffff, -1}) {
            Memory.fill(area, FsfConstants.FSF_FCP_RSP_SIZE, (byte) 0);
            Memory.fill(area + FsfConstants.FSF_FCP_RSP_SIZE, FsfConstants.FSF_FCP_RSP_SIZE, (byte) 0xee);
            FcpResp.FR_FLAGS.set(FcpRespWithExt.RESP.at(area), FcConstants.FCP_RSP_LEN_VAL | FcConstants.FCP_SNS_LEN_VAL);
            FcpRespExt.FR_RSP_LEN.set(FcpRespWithExt.EXT.at(area), rspLen);
            FcpRespExt.FR_SNS_LEN.set(FcpRespWithExt.EXT.at(area), -1);
            ScsiCmnd scsi = command(new byte[6], ScsiConstants.DMA_NONE, 0);

            FcpIu.evalFcpRsp(area, scsi);

            assertArrayEquals(new byte[ScsiConstants.SCSI_SENSE_BUFFERSIZE], scsi.senseBuffer);
        }
    }

    @Test
    void commandIuCarriesLunDirectionCdbAndLength() {
        Memory.zero(area, FcpCmnd.SIZE);
        byte[] cdb = {0x2a, 0, 1, 2, 3, 4, 0, 0, 8, 0};

        FcpIu.scsiToFcp(area, command(cdb, ScsiConstants.DMA_TO_DEVICE, 4096));

        assertEquals("4010400000000000" + "00000001" + "2a000102030400000800" + "000000000000" + "00001000",
                Memory.hex(area, FcpCmnd.SIZE));
    }

    @Test
    void dataLengthWithDifCountsEightBytesASector() {
        Memory.zero(area, FcpCmnd.SIZE);
        ScsiCmnd scsi = command(new byte[] {0x28}, ScsiConstants.DMA_FROM_DEVICE, 4096);
        scsi.protType = ScsiConstants.SCSI_PROT_DIF_TYPE1;

        FcpIu.scsiToFcp(area, scsi);

        assertEquals(4096 + 8 * 8, FcpCmnd.FC_DL.get(area));
        assertEquals(FcConstants.FCP_CFL_RDDATA, FcpCmnd.FC_FLAGS.get(area));
    }

    @Test
    void taskManagementIuCarriesLunAndFunctionOnly() {
        Memory.zero(area, FcpCmnd.SIZE);

        FcpIu.fcpTm(area, new BareDevice(0x40004010L), FcConstants.FCP_TMF_LUN_RESET);

        assertEquals("4010400000000000" + "00001000" + "00".repeat(20), Memory.hex(area, FcpCmnd.SIZE));
    }
}
