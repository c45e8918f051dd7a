// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * What exchange config data told an adapter of itself.
 *
 * @param buffers     status read buffers that both sides want
 * @param complete    whether the rest is valid: there is a link, and a topology that zfcp can handle
 * @param pointToPoint whether there is a peer
 */
record Configuration(int buffers, int licVersion, int adapterFeatures, int connectionFeatures, boolean complete, boolean managed,
        int hardwareVersion, int adapterType, boolean pointToPoint, int peerDId, long peerWwpn, long peerWwnn) {
    /** A PLOGI payload begins with its command word; the one in the bottom lacks it. */
    private static final int MISSING_COMMAND_CODE = Integer.BYTES;

    /** Of an answer that was not evaluated yet; null if it is none that says so. */
    static Configuration of(FsfReq req) {
        long header = FsfQtcb.HEADER.at(req.qtcb);
        int status = FsfQtcbHeader.FSF_STATUS.get(header);
        if (FsfQtcbHeader.FSF_COMMAND.get(header) != FSF_QTCB_EXCHANGE_CONFIG_DATA
                || FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb)) != FSF_PROT_GOOD
                || status != FSF_GOOD && status != FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE) {
            return null;
        }
        long bottom = FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(req.qtcb));
        long plogi = FsfQtcbBottomConfig.PLOGI_PAYLOAD.at(bottom) - MISSING_COMMAND_CODE;
        int topology = FsfQtcbBottomConfig.FC_TOPOLOGY.get(bottom);
        int features = FsfQtcbBottomConfig.ADAPTER_FEATURES.get(bottom);
        boolean complete = status == FSF_GOOD && (topology == FSF_TOPO_P2P || topology == FSF_TOPO_FABRIC)
                && Integer.compareUnsigned(FsfQtcbBottomConfig.MAX_QTCB_SIZE.get(bottom), FsfQtcb.SIZE) >= 0;
        return new Configuration(
                Math.max(FsfQtcbBottomConfig.STATUS_READ_BUF_NUM.get(bottom), req.adapter.module.parameters.statusReads),
                FsfQtcbBottomConfig.LIC_VERSION.get(bottom), features, FsfQtcbBottomConfig.CONNECTION_FEATURES.get(bottom), complete,
                (features & FSF_FEATURE_HBAAPI_MANAGEMENT) != 0, FsfQtcbBottomConfig.HARDWARE_VERSION.get(bottom),
                FsfQtcbBottomConfig.ADAPTER_TYPE.get(bottom), status == FSF_GOOD && topology == FSF_TOPO_P2P,
                FsfQtcbBottomConfig.PEER_D_ID.get(bottom), FcElsFlogi.FL_WWPN.get(plogi), FcElsFlogi.FL_WWNN.get(plogi));
    }

    /** Whether the adapter has taken it over. */
    boolean isTakenBy(Adapter adapter) {
        return adapter.statReadBufNum == buffers && adapter.fsfLicVersion == licVersion && adapter.adapterFeatures == adapterFeatures
                && adapter.connectionFeatures == connectionFeatures && hasVersions(adapter) && hasPeer(adapter);
    }

    private boolean hasVersions(Adapter adapter) {
        return !complete || adapter.hydraVersion == adapterType && (!managed || adapter.hardwareVersion == hardwareVersion);
    }

    private boolean hasPeer(Adapter adapter) {
        return pointToPoint ? adapter.peerDId == peerDId && adapter.peerWwpn == peerWwpn && adapter.peerWwnn == peerWwnn
                : adapter.peerDId == 0 && adapter.peerWwpn == 0 && adapter.peerWwnn == 0;
    }
}
