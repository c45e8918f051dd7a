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
        long header = FsfQtcb.HEADER.at(qtcb);
        long bottom = FsfQtcb.BOTTOM.at(qtcb);
        FsfQtcbPrefix.PROT_STATUS.set(FsfQtcb.PREFIX.at(qtcb), FsfConstants.FSF_PROT_GOOD);
        switch (FsfQtcbHeader.FSF_COMMAND.get(header)) {
            case FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA -> {
                config(FsfQtcbBottom.CONFIG.at(bottom));
                FsfQtcbHeader.FSF_STATUS.set(header, FsfConstants.FSF_GOOD);
            }
            case FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA -> {
                port(FsfQtcbBottom.PORT.at(bottom));
                FsfQtcbHeader.FSF_STATUS.set(header, FsfConstants.FSF_GOOD);
            }
            default -> FsfQtcbHeader.FSF_STATUS.set(header, FsfConstants.FSF_UNKNOWN_COMMAND);
        }
    }

    private void config(long bottom) {
        FsfQtcbBottomConfig.LIC_VERSION.set(bottom, 1);
        FsfQtcbBottomConfig.HIGH_QTCB_VERSION.set(bottom, FsfConstants.FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.LOW_QTCB_VERSION.set(bottom, FsfConstants.FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.MAX_QTCB_SIZE.set(bottom, FsfQtcb.SIZE);
        FsfQtcbBottomConfig.FC_TOPOLOGY.set(bottom, FsfConstants.FSF_TOPO_FABRIC);
        FsfQtcbBottomConfig.FC_LINK_SPEED.set(bottom, LINK_SPEED_16_GBIT);
        FsfQtcbBottomConfig.STATUS_READ_BUF_NUM.set(bottom, srbs);
        FsfQtcbBottomConfig.S_ID.set(bottom, PORT_ID);
    }

    private static void port(long bottom) {
        FsfQtcbBottomPort.FC_PORT_ID.set(bottom, PORT_ID);
    }
}
