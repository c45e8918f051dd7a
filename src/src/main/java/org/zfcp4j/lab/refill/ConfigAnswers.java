// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;

/**
 * What the channel answers to exchange config data and exchange port data.
 *
 * @param srbs status read buffers that it asks for; the driver takes 16 for less
 */
record ConfigAnswers(int srbs) {
    private static final int LINK_SPEED_16_GBIT = 0x10;
    private static final int PORT_ID = 0x010100;

    /** Fills in the answer to the command of a QTCB. */
    void answer(long qtcb) {
        long header = FsfQtcb.header(qtcb);
        long bottom = FsfQtcb.bottom(qtcb);
        FsfQtcbPrefix.protStatus(FsfQtcb.prefix(qtcb), FsfConstants.FSF_PROT_GOOD);
        switch (FsfQtcbHeader.fsfCommand(header)) {
            case FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA -> {
                config(FsfQtcbBottom.config(bottom));
                FsfQtcbHeader.fsfStatus(header, FsfConstants.FSF_GOOD);
            }
            case FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA -> {
                port(FsfQtcbBottom.port(bottom));
                FsfQtcbHeader.fsfStatus(header, FsfConstants.FSF_GOOD);
            }
            default -> FsfQtcbHeader.fsfStatus(header, FsfConstants.FSF_UNKNOWN_COMMAND);
        }
    }

    private void config(long bottom) {
        FsfQtcbBottomConfig.licVersion(bottom, 1);
        FsfQtcbBottomConfig.highQtcbVersion(bottom, FsfConstants.FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.lowQtcbVersion(bottom, FsfConstants.FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.maxQtcbSize(bottom, FsfQtcb.SIZE);
        FsfQtcbBottomConfig.fcTopology(bottom, FsfConstants.FSF_TOPO_FABRIC);
        FsfQtcbBottomConfig.fcLinkSpeed(bottom, LINK_SPEED_16_GBIT);
        FsfQtcbBottomConfig.statusReadBufNum(bottom, srbs);
        FsfQtcbBottomConfig.sId(bottom, PORT_ID);
    }

    private static void port(long bottom) {
        FsfQtcbBottomPort.fcPortId(bottom, PORT_ID);
    }
}
