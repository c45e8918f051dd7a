// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.catalog;

import java.lang.foreign.GroupLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfcp4j.layout.Structure;
import org.zfcp4j.layout.dbf.DebugEntry;
import org.zfcp4j.layout.dbf.ZfcpBlkDrvData;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaFces;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaUss;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcElsAdisc;
import org.zfcp4j.layout.fc.FcElsCsp;
import org.zfcp4j.layout.fc.FcElsCssp;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcElsLogo;
import org.zfcp4j.layout.fc.FcElsLsAcc;
import org.zfcp4j.layout.fc.FcElsLsRjt;
import org.zfcp4j.layout.fc.FcElsRscn;
import org.zfcp4j.layout.fc.FcElsRscnPage;
import org.zfcp4j.layout.fc.FcGidPnResp;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.layout.fc.FcGspnResp;
import org.zfcp4j.layout.fc.FcNsFid;
import org.zfcp4j.layout.fc.FcNsGidFt;
import org.zfcp4j.layout.fc.FcNsGidPn;
import org.zfcp4j.layout.fc.FcNsRspn;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fc.ScsiLun;
import org.zfcp4j.layout.fc.ZfcpFcGidPnReq;
import org.zfcp4j.layout.fc.ZfcpFcGidPnRsp;
import org.zfcp4j.layout.fc.ZfcpFcGpnFtReq;
import org.zfcp4j.layout.fc.ZfcpFcGspnReq;
import org.zfcp4j.layout.fc.ZfcpFcGspnRsp;
import org.zfcp4j.layout.fc.ZfcpFcRspnReq;
import org.zfcp4j.layout.fsf.FsfBitErrorPayload;
import org.zfcp4j.layout.fsf.FsfLinkDownInfo;
import org.zfcp4j.layout.fsf.FsfProtStatusQual;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfQualLatencyInfo;
import org.zfcp4j.layout.fsf.FsfQualSequenceError;
import org.zfcp4j.layout.fsf.FsfQualVersionError;
import org.zfcp4j.layout.fsf.FsfQueueDesignator;
import org.zfcp4j.layout.fsf.FsfStatisticsInfo;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.fsf.FsfVersionChange;
import org.zfcp4j.layout.qdio.ChscHeader;
import org.zfcp4j.layout.qdio.ChscSsqdArea;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slib;
import org.zfcp4j.layout.qdio.Slibe;
import org.zfcp4j.layout.qdio.Slsb;

/** Every structure that the port shares with the channel, the wire or the trace, by C name. */
public final class Structures {

    /** Control blocks of the QDIO queues and of the channel subsystem. */
    public static final List<Structure> QDIO = List.of(
            of(Qdesfmt0.class, Qdesfmt0.LAYOUT),
            of(Qdr.class, Qdr.LAYOUT),
            of(Qib.class, Qib.LAYOUT),
            of(Slibe.class, Slibe.LAYOUT),
            of(Slib.class, Slib.LAYOUT),
            of(QdioBufferElement.class, QdioBufferElement.LAYOUT),
            of(QdioBuffer.class, QdioBuffer.LAYOUT),
            of(SlElement.class, SlElement.LAYOUT),
            of(Sl.class, Sl.LAYOUT),
            of(Slsb.class, Slsb.LAYOUT),
            of(QdioSsqdDesc.class, QdioSsqdDesc.LAYOUT),
            of(ChscHeader.class, ChscHeader.LAYOUT),
            of(ChscSsqdArea.class, ChscSsqdArea.LAYOUT));

    /** What the FCP channel calls FSF: QTCB and unsolicited status. */
    public static final List<Structure> FSF = List.of(
            of(FsfQueueDesignator.class, FsfQueueDesignator.LAYOUT),
            of(FsfBitErrorPayload.class, FsfBitErrorPayload.LAYOUT),
            of(FsfVersionChange.class, FsfVersionChange.LAYOUT),
            of(FsfLinkDownInfo.class, FsfLinkDownInfo.LAYOUT),
            of(FsfStatusReadBuffer.class, FsfStatusReadBuffer.LAYOUT),
            of(FsfQualVersionError.class, FsfQualVersionError.LAYOUT),
            of(FsfQualSequenceError.class, FsfQualSequenceError.LAYOUT),
            of(FsfQualLatencyInfo.class, FsfQualLatencyInfo.LAYOUT),
            of(FsfProtStatusQual.class, FsfProtStatusQual.LAYOUT),
            of(FsfQtcbPrefix.class, FsfQtcbPrefix.LAYOUT),
            of(FsfStatisticsInfo.class, FsfStatisticsInfo.LAYOUT),
            of(FsfStatusQual.class, FsfStatusQual.LAYOUT),
            of(FsfQtcbHeader.class, FsfQtcbHeader.LAYOUT),
            of(FsfQtcbBottomIo.class, FsfQtcbBottomIo.LAYOUT),
            of(FsfQtcbBottomSupport.class, FsfQtcbBottomSupport.LAYOUT),
            of(FsfQtcbBottomConfig.class, FsfQtcbBottomConfig.LAYOUT),
            of(FsfQtcbBottomPort.class, FsfQtcbBottomPort.LAYOUT),
            of(FsfQtcbBottom.class, FsfQtcbBottom.LAYOUT),
            of(FsfQtcb.class, FsfQtcb.LAYOUT));

    /** Payloads on the Fibre Channel wire. */
    public static final List<Structure> FC = List.of(
            of(FcCtHdr.class, FcCtHdr.LAYOUT),
            of(FcNsFid.class, FcNsFid.LAYOUT),
            of(FcNsGidFt.class, FcNsGidFt.LAYOUT),
            of(FcGpnFtResp.class, FcGpnFtResp.LAYOUT),
            of(FcNsGidPn.class, FcNsGidPn.LAYOUT),
            of(FcGidPnResp.class, FcGidPnResp.LAYOUT),
            of(FcGspnResp.class, FcGspnResp.LAYOUT),
            of(FcNsRspn.class, FcNsRspn.LAYOUT),
            of(ZfcpFcGidPnReq.class, ZfcpFcGidPnReq.LAYOUT),
            of(ZfcpFcGidPnRsp.class, ZfcpFcGidPnRsp.LAYOUT),
            of(ZfcpFcGpnFtReq.class, ZfcpFcGpnFtReq.LAYOUT),
            of(ZfcpFcGspnReq.class, ZfcpFcGspnReq.LAYOUT),
            of(ZfcpFcGspnRsp.class, ZfcpFcGspnRsp.LAYOUT),
            of(ZfcpFcRspnReq.class, ZfcpFcRspnReq.LAYOUT),
            of(ScsiLun.class, ScsiLun.LAYOUT),
            of(FcpCmnd.class, FcpCmnd.LAYOUT),
            of(FcpResp.class, FcpResp.LAYOUT),
            of(FcpRespExt.class, FcpRespExt.LAYOUT),
            of(FcpRespRspInfo.class, FcpRespRspInfo.LAYOUT),
            of(FcpRespWithExt.class, FcpRespWithExt.LAYOUT),
            of(FcElsLsAcc.class, FcElsLsAcc.LAYOUT),
            of(FcElsLsRjt.class, FcElsLsRjt.LAYOUT),
            of(FcElsCsp.class, FcElsCsp.LAYOUT),
            of(FcElsCssp.class, FcElsCssp.LAYOUT),
            of(FcElsFlogi.class, FcElsFlogi.LAYOUT),
            of(FcElsAdisc.class, FcElsAdisc.LAYOUT),
            of(FcElsLogo.class, FcElsLogo.LAYOUT),
            of(FcElsRscn.class, FcElsRscn.LAYOUT),
            of(FcElsRscnPage.class, FcElsRscnPage.LAYOUT));

    /** Trace records. */
    public static final List<Structure> DBF = List.of(
            of(DebugEntry.class, DebugEntry.LAYOUT),
            of(ZfcpDbfRecTrigger.class, ZfcpDbfRecTrigger.LAYOUT),
            of(ZfcpDbfRecRunning.class, ZfcpDbfRecRunning.LAYOUT),
            of(ZfcpDbfRec.class, ZfcpDbfRec.LAYOUT),
            of(ZfcpDbfSan.class, ZfcpDbfSan.LAYOUT),
            of(ZfcpDbfHbaRes.class, ZfcpDbfHbaRes.LAYOUT),
            of(ZfcpDbfHbaUss.class, ZfcpDbfHbaUss.LAYOUT),
            of(ZfcpDbfHbaFces.class, ZfcpDbfHbaFces.LAYOUT),
            of(ZfcpDbfHba.class, ZfcpDbfHba.LAYOUT),
            of(ZfcpDbfScsi.class, ZfcpDbfScsi.LAYOUT),
            of(ZfcpDbfPay.class, ZfcpDbfPay.LAYOUT),
            of(ZfcpBlkDrvData.class, ZfcpBlkDrvData.LAYOUT));

    private static final Map<String, Structure> BY_NAME = index(QDIO, FSF, FC, DBF);

    private Structures() {
    }

    /** All structures, those of QDIO first. */
    public static List<Structure> all() {
        return List.copyOf(BY_NAME.values());
    }

    /**
     * Finds a structure.
     *
     * @param name C name without {@code struct}
     * @return the structure, or nothing when the port does not use it
     */
    public static Optional<Structure> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Structure of(Class<?> accessors, GroupLayout layout) {
        return new Structure(accessors, layout);
    }

    @SafeVarargs
    private static Map<String, Structure> index(List<Structure>... groups) {
        Map<String, Structure> index = new LinkedHashMap<>();
        for (List<Structure> group : groups) {
            group.forEach(structure -> index.put(structure.name(), structure));
        }
        return index;
    }
}
