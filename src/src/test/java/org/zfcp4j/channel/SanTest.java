// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_CONFIG_COMMAND;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_GOOD;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_INCOMING_ELS;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_SUPPORT_COMMAND;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;

/** The SAN of the native channel, seen from Java. What it does is tested in C. */
class SanTest {
    private static final long WWPN = 0x500507630300c562L;
    private static final long LUN = 0x4010400000000000L;
    private static final RemotePort PORT = new RemotePort(WWPN, 0x5005076303ffc562L, 0x010200);

    @Test
    void disksKeepTheirContent() {
        try (FcpChannel channel = new FcpChannel()) {
            San san = channel.san();
            san.addPort(PORT, false);
            san.addDisk(WWPN, new RamDisk(LUN, 8, 512));
            byte[] content = {1, 2, 3};
            san.write(WWPN, LUN, 510, content);
            assertArrayEquals(new byte[] {0, 1, 2, 3, 0}, san.read(WWPN, LUN, 509, 5));
            san.shareDisk(WWPN, 0, WWPN, LUN);
            san.removeDisk(WWPN, LUN);
            assertArrayEquals(content, san.read(WWPN, 0, 510, 3));
            assertThrows(IllegalArgumentException.class, () -> san.read(WWPN, 0, 8 * 512 - 1, 2));
            assertThrows(IllegalArgumentException.class, () -> san.read(WWPN, LUN, 0, 1));
            assertThrows(IllegalArgumentException.class, () -> san.addPort(PORT, false));
            assertThrows(IllegalArgumentException.class, () -> san.addDisk(WWPN, new RamDisk(LUN, 8, 520)));
            san.raiseAttention(WWPN, 0, 6, 0x29, 0);
        }
    }

    @Test
    void portsComeAndGo() {
        try (VirtualKernel kernel = new VirtualKernel(); FcpChannel channel = new FcpChannel()) {
            channel.san().addPort(PORT, false);
            kernel.runOrThrow(() -> {
                try (ChannelBed bed = new ChannelBed(kernel, channel)) {
                    bed.up();
                    bed.send(bed.qtcb(FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND));
                    long[] srb = {bed.sendSrb(), bed.sendSrb(), bed.sendSrb(), bed.sendSrb()};
                    bed.settle(1);
                    assertEquals(FSF_GOOD, openPort(bed, 0x010200));
                    channel.san().sendLogo(WWPN);
                    channel.san().removePort(WWPN, true);
                    channel.san().addPort(PORT.at(0x010300), true);
                    channel.san().sendPlogi(WWPN);
                    bed.settle(1);
                    assertEquals(FSF_ADAPTER_STATUS_AVAILABLE, openPort(bed, 0x010200));
                    int[] commands = {0x05, 0x61, 0x61, 0x03};
                    for (int i = 0; i < srb.length; i++) {
                        assertEquals(FSF_STATUS_READ_INCOMING_ELS, FsfStatusReadBuffer.STATUS_TYPE.get(srb[i]));
                        assertEquals(commands[i], Memory.getUnsignedByte(FsfStatusReadBuffer.PAYLOAD.at(srb[i])));
                    }
                }
            });
        }
    }

    private static int openPort(ChannelBed bed, int dId) {
        long qtcb = bed.qtcb(FSF_QTCB_OPEN_PORT_WITH_DID, FSF_SUPPORT_COMMAND);
        FsfQtcbBottomSupport.D_ID.set(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(qtcb)), dId);
        bed.send(qtcb);
        bed.settle(1);
        return FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(qtcb));
    }
}
