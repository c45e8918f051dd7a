// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.fsf.FsfConstants.*;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.zfcp4j.kernel.StorageBlock;
import org.zfcp4j.kernel.scsi.FcHost;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.fsf.FsfLinkDownInfo;
import org.zfcp4j.layout.fsf.FsfProtStatusQual;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Every handler against what the C driver did with the same answer: traces, status words, work items, messages, in order, up
 * to the return of the completion.
 */
class HandlerTableTest {
    private static void inKernel(Consumer<VirtualKernel> body) {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true).storageSize(1 << 20))) {
            kernel.runOrThrow(() -> body.accept(kernel));
        }
    }

    @Test
    void answers() {
        List<Executable> checks = new ArrayList<>();
        for (JsonObject row : JsonLines.of("handlers-direct")) {
            checks.add(() -> inKernel(kernel -> answer(new HandlerBed(kernel, row.get("before").asObject()), row)));
        }
        assertEquals(749, checks.size());
        assertAll(checks);
    }

    private static void answer(HandlerBed bed, JsonObject row) {
        String command = row.getString("cmd", null);
        List<String> recorded = Effects.recorded(row);
        if (command.equals("abort_fcp_cmnd") && recorded.stream().filter(line -> line.startsWith("dbf hba:")).count() > 1) {
            abortedCommand(bed);
        }

        FsfReq req = request(bed, command);
        fill(req.qtcb, row);
        FsfCompletion.reqComplete(req);

        List<String> effects = bed.effects.take();
        if (command.equals("send_els_adisc")) {
            // The recording goes on with what the link test makes of the answer.
            recorded = recorded.subList(0, Math.min(effects.size(), recorded.size()));
        }
        assertEquals(String.join("\n", recorded), String.join("\n", effects), () -> described(row));
        assertEquals(Effects.word(row, "req_status"), req.status, () -> described(row));
    }

    private static String described(JsonObject row) {
        return row.getString("cmd", "") + " " + row.getString("kind", "") + " prot " + row.getString("prot_status", "")
                + " fsf " + row.getString("fsf_status", "") + " " + row.get("fsq");
    }

    /** The channel answers the command before it answers the abort; nobody is told. */
    private static void abortedCommand(HandlerBed bed) {
        FsfReq req = bed.request(FSF_QTCB_FCP_CMND, FcpCmnd::fcpCmndHandler, null);
        req.status |= ZfcpStatus.ZFCP_STATUS_FSFREQ_CLEANUP;
        long header = FsfQtcb.header(req.qtcb);
        FsfQtcbPrefix.protStatus(FsfQtcb.prefix(req.qtcb), FSF_PROT_FSF_STATUS_PRESENTED);
        FsfQtcbHeader.fsfStatus(header, FSF_ADAPTER_STATUS_AVAILABLE);
        FsfStatusQual.word(FsfQtcbHeader.fsfStatusQual(header), 0, FSF_SQ_COMMAND_ABORTED);
        FsfCompletion.reqComplete(req);
    }

    private static FsfReq request(HandlerBed bed, String command) {
        Port port = bed.ports.getFirst();
        return switch (command) {
            case "fcp_cmnd" -> {
                FsfReq req = cleanup(bed.request(FSF_QTCB_FCP_CMND, FcpCmnd::fcpCmndHandler, bed.command()));
                FsfQtcbBottomIo.dataDirection(FsfQtcbBottom.io(FsfQtcb.bottom(req.qtcb)), FSF_DATADIR_READ);
                yield req;
            }
            case "fcp_tmf_lun_reset" -> bed.request(FSF_QTCB_FCP_CMND, FcpTaskMgmt::fcpTaskMgmtHandler, bed.sdev);
            case "abort_fcp_cmnd" -> bed.request(FSF_QTCB_ABORT_FCP_CMND, AbortFcpCmnd::abortFcpCommandHandler, bed.sdev);
            case "open_port" -> recoveringPort(bed, FSF_QTCB_OPEN_PORT_WITH_DID, OpenPort::openPortHandler, port,
                    ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_PORT);
            case "close_port" -> recoveringPort(bed, FSF_QTCB_CLOSE_PORT, ClosePort::closePortHandler, port,
                    ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_PORT);
            case "close_physical_port" -> recoveringPort(bed, FSF_QTCB_CLOSE_PHYSICAL_PORT,
                    ClosePhysicalPort::closePhysicalPortHandler, port, ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_PORT_FORCED);
            case "open_lun" -> recoveringLun(bed, FSF_QTCB_OPEN_LUN, OpenLun::openLunHandler);
            case "close_lun" -> recoveringLun(bed, FSF_QTCB_CLOSE_LUN, CloseLun::closeLunHandler);
            case "open_wka_port" -> cleanup(bed.request(FSF_QTCB_OPEN_PORT_WITH_DID, OpenWkaPort::openWkaPortHandler,
                    bed.directoryServer()));
            case "close_wka_port" -> cleanup(bed.request(FSF_QTCB_CLOSE_PORT, CloseWkaPort::closeWkaPortHandler,
                    bed.directoryServer()));
            case "send_generic_gpn_ft", "send_generic_gid_pn" -> cleanup(bed.request(FSF_QTCB_SEND_GENERIC,
                    SendCt::sendCtHandler, bed.ctEls()));
            case "send_els_adisc" -> cleanup(bed.request(FSF_QTCB_SEND_ELS, SendEls::sendElsHandler, bed.ctEls()));
            case "exchange_config_data" -> {
                FsfReq req = exchangeConfigData(bed);
                bed.recovering(req, bed.adapter.erpAction, ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER);
                yield req;
            }
            case "exchange_config_data_sync" -> exchangeConfigData(bed);
            case "exchange_port_data" -> {
                FsfReq req = exchangePortData(bed);
                bed.recovering(req, bed.adapter.erpAction, ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER);
                yield req;
            }
            case "exchange_port_data_sync" -> exchangePortData(bed);
            default -> throw new AssertionError(command);
        };
    }

    private static FsfReq cleanup(FsfReq req) {
        req.status |= ZfcpStatus.ZFCP_STATUS_FSFREQ_CLEANUP;
        return req;
    }

    private static FsfReq recoveringPort(HandlerBed bed, int command, Consumer<FsfReq> handler, Port port, int type) {
        FsfReq req = bed.request(command, handler, port);
        bed.recovering(req, port.erpAction, type);
        return req;
    }

    private static FsfReq recoveringLun(HandlerBed bed, int command, Consumer<FsfReq> handler) {
        FsfReq req = bed.request(command, handler, bed.sdev);
        bed.recovering(req, ScsiDev.of(bed.sdev).erpAction, ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_LUN);
        return req;
    }

    private static FsfReq exchangeConfigData(HandlerBed bed) {
        FsfReq req = bed.request(FSF_QTCB_EXCHANGE_CONFIG_DATA, ExchangeConfigData::exchangeConfigDataHandler, null);
        long config = FsfQtcbBottom.config(FsfQtcb.bottom(req.qtcb));
        FsfQtcbBottomConfig.fcTopology(config, FSF_TOPO_FABRIC);
        FsfQtcbBottomConfig.maxQtcbSize(config, FsfQtcb.SIZE);
        FsfQtcbBottomConfig.lowQtcbVersion(config, FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.highQtcbVersion(config, FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.adapterFeatures(config, bed.adapter.adapterFeatures);
        return req;
    }

    private static FsfReq exchangePortData(HandlerBed bed) {
        return bed.request(FSF_QTCB_EXCHANGE_PORT_DATA, ExchangePortData::exchangePortDataHandler, null);
    }

    private static void fill(long qtcb, JsonObject row) {
        long prefix = FsfQtcb.prefix(qtcb);
        long header = FsfQtcb.header(qtcb);
        JsonArray psq = row.get("psq").asArray();
        JsonArray fsq = row.get("fsq").asArray();
        FsfQtcbPrefix.protStatus(prefix, Effects.word(row, "prot_status"));
        FsfQtcbHeader.fsfStatus(header, Effects.word(row, "fsf_status"));
        for (int i = 0; i < 2; i++) {
            FsfProtStatusQual.word(FsfQtcbPrefix.protStatusQual(prefix), i, (int) Effects.hex(psq.get(i).asString()));
            FsfStatusQual.word(FsfQtcbHeader.fsfStatusQual(header), i, (int) Effects.hex(fsq.get(i).asString()));
        }
    }

    @Test
    void unsolicitedStatus() {
        List<Executable> checks = new ArrayList<>();
        for (JsonObject row : JsonLines.of("srb-handlers-direct")) {
            checks.add(() -> inKernel(kernel -> unsolicited(new HandlerBed(kernel, row.get("before").asObject()), row)));
        }
        assertEquals(false, checks.isEmpty());
        assertAll(checks);
    }

    private static void unsolicited(HandlerBed bed, JsonObject row) {
        StorageBlock page = bed.adapter.pool.srData.alloc();
        long buffer = page.address();
        Memory.zero(buffer, FsfStatusReadBuffer.SIZE);
        FsfStatusReadBuffer.statusType(buffer, Effects.word(row, "status_type"));
        FsfStatusReadBuffer.statusSubtype(buffer, Effects.word(row, "status_subtype"));
        FsfStatusReadBuffer.dId(buffer, Effects.word(row, "d_id"));
        FsfLinkDownInfo.errorCode(FsfStatusReadBuffer.payloadLinkDownInfo(buffer), Effects.word(row, "code"));
        FsfReq req = bed.request(ZfcpStatus.FSF_QTCB_UNSOLICITED_STATUS, null, null);
        req.srb = page;

        FcHost host = bed.adapter.scsiHost.fc;
        bed.adapter.hydraVersion = 0x5;
        host.portType = FcHost.FC_PORTTYPE_NPORT;
        host.portId = 0x10100;
        host.speed = FcHost.FC_PORTSPEED_16GBIT;
        host.fabricName = 0x1000000533000001L;
        boolean linkWentDown = !Effects.recordedFields(row, "old").isEmpty();
        if (linkWentDown) {
            assertEquals(Effects.recordedFields(row, "old"), linkFields(bed), row::toString);
        }

        FsfCompletion.reqComplete(req);

        assertEquals(String.join("\n", Effects.recorded(row)), String.join("\n", bed.effects.take()),
                () -> row.getString("what", "") + " " + row.getString("status_subtype", ""));
        if (linkWentDown) {
            assertEquals(Effects.recordedFields(row, "new"), linkFields(bed), row::toString);
        }
    }

    private static List<String> linkFields(HandlerBed bed) {
        FcHost host = bed.adapter.scsiHost.fc;
        return List.of("fabric_name 0x" + Long.toHexString(host.fabricName),
                "hydra_version 0x" + Integer.toHexString(bed.adapter.hydraVersion),
                "port_id 0x" + Integer.toHexString(host.portId), "port_type 0x" + Integer.toHexString(host.portType),
                "speed 0x" + Integer.toHexString(host.speed));
    }
}
