// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eclipsesource.json.JsonObject;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.qdio.QdioSetup;

/** Host attributes from the answers of a recording, whose adapter and fabric are known. */
class ShostUpdateTest {
    private static byte[] bottom(String command) {
        JsonObject answer = JsonLines.of("trace_records").stream()
                .filter(line -> line.getString("ev", "").equals("resp") && line.getString("cmd", "").equals(command))
                .findFirst().orElseThrow();
        byte[] qtcb = Arrays.copyOf(HexFormat.of().parseHex(answer.getString("qtcb", "")), FsfQtcb.SIZE);
        return Arrays.copyOfRange(qtcb, (int) FsfQtcb.BOTTOM.offset(), (int) FsfQtcb.BOTTOM.offset() + FsfQtcbBottom.SIZE);
    }

    @Test
    void configurationDataBecomeHostAttributes() {
        AdapterBed.run(bed -> {
            byte[] bottom = bottom("EXCHANGE_CONFIG_DATA");
            ShostUpdate.shostUpdateConfigData(bed.adapter, bottom, false);
            bed.adapter.adapterFeatures = 0x338;
            FcHost fc = bed.host().fc;
            ShostUpdate.shostUpdateConfigData(bed.adapter, bottom, false);
            assertEquals(0xc05076ffe4801000L, fc.portName);
            assertEquals(0x010100, fc.portId);
            assertEquals(FcHost.FC_PORTSPEED_16GBIT, fc.speed);
            assertEquals(FcHost.FC_PORTTYPE_NPORT, fc.portType);
            assertEquals(0xc, fc.supportedClasses);
            assertEquals("IBM", fc.manufacturer);
            assertEquals(String.format("0x%08x", (bottom[0] & 0xff) << 24 | (bottom[1] & 0xff) << 16
                    | (bottom[2] & 0xff) << 8 | bottom[3] & 0xff), fc.firmwareVersion);
        });
    }

    @Test
    void incompleteDataLeaveWhatDependsOnTheLink() {
        AdapterBed.run(bed -> {
            ShostUpdate.shostUpdateConfigData(bed.adapter, bottom("EXCHANGE_CONFIG_DATA"), true);
            FcHost fc = bed.host().fc;
            ShostUpdate.shostUpdateConfigData(bed.adapter, bottom("EXCHANGE_CONFIG_DATA"), true);
            assertEquals(0xc05076ffe4801000L, fc.portName);
            assertEquals(-1, fc.portId, "as the FC transport class initialises it");
            assertEquals("", fc.serialNumber, "the channel does not offer management data");
        });
    }

    @Test
    void serialNumbersAreEbcdicAndEndAtZero() {
        AdapterBed.run(bed -> {
            bed.adapter.adapterFeatures = FsfConstants.FSF_FEATURE_HBAAPI_MANAGEMENT;
            byte[] bottom = bottom("EXCHANGE_CONFIG_DATA");
            int at = (int) FsfQtcbBottomConfig.SERIAL_NUMBER.offset();
            Arrays.fill(bottom, at, at + 32, (byte) 0);
            byte[] text = HexFormat.of().parseHex("c9c2d4f0f240d1d9e2e98189919aa2a960f9f9");
            System.arraycopy(text, 0, bottom, at, text.length);
            bed.host();
            ShostUpdate.shostUpdateConfigData(bed.adapter, bottom, true);
            assertEquals("IBM02 JRSZaij\u0007sz-", bed.host().fc.serialNumber);
            bottom[at + 3] = 0;
            ShostUpdate.shostUpdateConfigData(bed.adapter, bottom, true);
            assertEquals("IBM", bed.host().fc.serialNumber);
        });
    }

    @Test
    void portDataComeFromMainStorageOrFromTheCache() {
        AdapterBed.run(bed -> {
            byte[] bottom = bottom("EXCHANGE_PORT_DATA");
            FcHost fc = bed.host().fc;
            long address = bed.kernel.storage().zalloc(FsfQtcbBottomPort.SIZE, 16);
            Memory.put(address, bottom);
            FsfQtcbBottomPort.MAXIMUM_FRAME_SIZE.set(address, 2112);
            ShostUpdate.shostUpdatePortData(bed.adapter, address);
            assertEquals(2112, fc.maxframeSize);
            assertEquals(FsfQtcbBottomPort.WWPN.get(address), fc.permanentPortName);
            assertArrayEquals(Memory.bytes(FsfQtcbBottomPort.ACTIVE_FC4_TYPES.at(address), 32), fc.activeFc4s);
            ShostUpdate.shostUpdatePortData(bed.adapter, bottom);
            assertEquals(FsfQtcbBottomPort.WWPN.get(address), fc.permanentPortName);
            bed.kernel.storage().free(address);
        });
    }

    @Test
    void protectionNeedsParameterAndFeature() {
        AdapterBed.run(bed -> {
            assertEquals(0, QdioSetup.setup(bed.adapter));
            bed.adapter.qdio.maxSbalePerReq = 574;
            bed.host().sgTablesize = 574;
            bed.adapter.adapterFeatures =
                    FsfConstants.FSF_FEATURE_DIF_PROT_TYPE1 | FsfConstants.FSF_FEATURE_DIX_PROT_TCPIP;
            ScsiProt.setProt(bed.adapter);
            assertEquals(0, bed.host().protCapabilities);
            bed.parameters.dif = true;
            ScsiProt.setProt(bed.adapter);
            assertEquals(ScsiConstants.SHOST_DIF_TYPE1_PROTECTION, bed.host().protCapabilities);
            bed.parameters.dix = true;
            ScsiProt.setProt(bed.adapter);
            assertEquals(ScsiConstants.SHOST_DIF_TYPE1_PROTECTION, bed.host().protCapabilities, "no data division");
            bed.adapter.status.or(0x400);
            ScsiProt.setProt(bed.adapter);
            assertEquals(ScsiConstants.SHOST_DIF_TYPE1_PROTECTION | ScsiConstants.SHOST_DIX_TYPE1_PROTECTION,
                    bed.host().protCapabilities);
            assertEquals(287, bed.host().sgTablesize);
            assertEquals(287, bed.host().sgProtTablesize);
            assertEquals(2296, bed.host().maxSectors);
            QdioSetup.destroy(bed.adapter.qdio);
        });
    }

    @Test
    void aProtectionErrorIsSenseDataAndWorthARetry() {
        AdapterBed.run(bed -> {
            ScsiCmnd scmd = new ScsiCmnd(bed.device(new Port(bed.adapter, 0, 0), 0, 0), new byte[6], 0, null, c -> { });
            ScsiProt.difSenseError(scmd, 0x3);
            assertEquals(0x080b0002, scmd.result);
            assertArrayEquals(new byte[] {0x72, 5, 0x10, 3, 0, 0, 0, 0}, Arrays.copyOf(scmd.senseBuffer, 8));
        });
    }
}
