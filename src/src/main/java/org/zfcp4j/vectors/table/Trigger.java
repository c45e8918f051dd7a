// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.vectors.Hex;
import org.zfcp4j.vectors.SentRequest;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fc.LinkTest;
import org.zfcp4j.zfcp.fsf.ExchangeConfigData;
import org.zfcp4j.zfcp.fsf.ExchangePortData;

/** How a script makes the driver send a request of a kind, and how that request is recognised. */
enum Trigger {
    FCP_CMND("fcp_cmnd") {
        @Override
        void pull(StartState state) {
            read(state);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_FCP_CMND && taskManagementFlags(request) == 0;
        }
    },
    LUN_RESET("fcp_tmf_lun_reset") {
        @Override
        void pull(StartState state) {
            ScsiCmnd command = state.command(new byte[CDB_SIZE], ScsiConstants.DMA_NONE, null);
            errorHandler(state, () -> state.host().template.ehDeviceResetHandler(command));
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_FCP_CMND && taskManagementFlags(request) != 0;
        }
    },
    TARGET_RESET("fcp_tmf_target_reset") {
        @Override
        void pull(StartState state) {
            ScsiCmnd command = state.command(new byte[CDB_SIZE], ScsiConstants.DMA_NONE, null);
            errorHandler(state, () -> state.host().template.ehTargetResetHandler(command));
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return LUN_RESET.matches(request, payload);
        }
    },
    ABORT("abort_fcp_cmnd") {
        @Override
        void pull(StartState state) {
            ScsiCmnd command = read(state);
            errorHandler(state, () -> state.host().template.ehAbortHandler(command));
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_ABORT_FCP_CMND;
        }

        @Override
        Predicate<SentRequest> silenced() {
            return request -> request.command() == FSF_QTCB_FCP_CMND;
        }
    },
    OPEN_PORT("open_port") {
        @Override
        void pull(StartState state) {
            ErpTrigger.portReopen(state.port(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_OPEN_PORT_WITH_DID && !San.isWellKnown(dId(request));
        }
    },
    CLOSE_PORT("close_port") {
        @Override
        void pull(StartState state) {
            ErpTrigger.portReopen(state.port(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_CLOSE_PORT && !isToWellKnown(request);
        }
    },
    CLOSE_PHYSICAL_PORT("close_physical_port") {
        @Override
        void pull(StartState state) {
            ErpTrigger.portForcedReopen(state.port(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_CLOSE_PHYSICAL_PORT;
        }
    },
    OPEN_LUN("open_lun") {
        @Override
        void pull(StartState state) {
            ErpTrigger.lunReopen(state.sdev(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_OPEN_LUN;
        }
    },
    CLOSE_LUN("close_lun") {
        @Override
        void pull(StartState state) {
            ErpTrigger.lunReopen(state.sdev(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_CLOSE_LUN;
        }
    },
    ADISC("send_els_adisc") {
        @Override
        void pull(StartState state) {
            LinkTest.testLink(state.port());
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_SEND_ELS;
        }
    },
    GPN_FT("send_generic_gpn_ft") {
        @Override
        void pull(StartState state) {
            scan(state);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_SEND_GENERIC && FcCtHdr.CT_CMD.get(payload) == FcConstants.FC_NS_GPN_FT;
        }
    },
    GID_PN("send_generic_gid_pn") {
        @Override
        void pull(StartState state) {
            state.port().dId = 0;
            ErpTrigger.portReopen(state.port(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_SEND_GENERIC && FcCtHdr.CT_CMD.get(payload) == FcConstants.FC_NS_GID_PN;
        }
    },
    OPEN_WKA_PORT("open_wka_port") {
        @Override
        void pull(StartState state) {
            scan(state);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_OPEN_PORT_WITH_DID && San.isWellKnown(dId(request));
        }
    },
    CLOSE_WKA_PORT("close_wka_port") {
        @Override
        void pull(StartState state) {
            scan(state);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_CLOSE_PORT && isToWellKnown(request);
        }
    },
    CONFIG_DATA("exchange_config_data") {
        @Override
        void pull(StartState state) {
            ErpTrigger.adapterReopen(state.adapter(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_EXCHANGE_CONFIG_DATA;
        }
    },
    PORT_DATA("exchange_port_data") {
        @Override
        void pull(StartState state) {
            ErpTrigger.adapterReopen(state.adapter(), 0, TAG);
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return request.command() == FSF_QTCB_EXCHANGE_PORT_DATA;
        }
    },
    CONFIG_DATA_SYNC("exchange_config_data_sync") {
        @Override
        void pull(StartState state) {
            synchronously(state, () -> ExchangeConfigData.exchangeConfigDataSync(state.adapter().qdio, null));
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return CONFIG_DATA.matches(request, payload);
        }
    },
    PORT_DATA_SYNC("exchange_port_data_sync") {
        @Override
        void pull(StartState state) {
            synchronously(state, () -> ExchangePortData.exchangePortDataSync(state.adapter().qdio, null));
        }

        @Override
        boolean matches(SentRequest request, long payload) {
            return PORT_DATA.matches(request, payload);
        }
    };

    /** Trace tag of what the script triggers. */
    static final String TAG = "table__";

    private static final int CDB_SIZE = 10;
    private static final byte READ_10 = 0x28;
    private static final int BLOCKS = 8;
    private static final int FIRST_WELL_KNOWN_HANDLE = San.wellKnownHandle(0);

    private final String command;

    Trigger(String command) {
        this.command = command;
    }

    /** The trigger of rows with {@code cmd}, or null. */
    static Trigger of(String cmd) {
        for (Trigger trigger : values()) {
            if (trigger.command.equals(cmd)) {
                return trigger;
            }
        }
        return null;
    }

    /** Process context; does not block. */
    abstract void pull(StartState state);

    /** True for the request that the trigger is about; {@code payload} is what CT and ELS send. */
    abstract boolean matches(SentRequest request, long payload);

    /** Requests that the channel shall not answer. */
    Predicate<SentRequest> silenced() {
        return request -> false;
    }

    private static ScsiCmnd read(StartState state) {
        byte[] cdb = new byte[CDB_SIZE];
        cdb[0] = READ_10;
        cdb[8] = BLOCKS;
        long page = state.page();
        ScsiCmnd command = state.command(cdb, ScsiConstants.DMA_FROM_DEVICE, ScatterList.one(page, Storage.PAGE_SIZE));
        state.host().template.queuecommand(state.host(), command);
        return command;
    }

    private static void scan(StartState state) {
        state.adapter().workQueue.queue(state.adapter().scanWork);
    }

    private static void errorHandler(StartState state, IntSupplier handler) {
        state.kernel().user("user", () -> {
            int rc = handler.getAsInt();
            var recorder = state.world().recorder();
            recorder.emit(recorder.event("eh_rc").add("rc", Hex.of(rc)));
        });
    }

    private static void synchronously(StartState state, IntSupplier function) {
        state.kernel().user("user", () -> {
            int rc = function.getAsInt();
            var recorder = state.world().recorder();
            recorder.emit(recorder.event("sync_rc").add("rc", rc));
        });
    }

    private static int taskManagementFlags(SentRequest request) {
        long io = FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(request.qtcb()));
        return FcpCmnd.FC_TM_FLAGS.get(FsfQtcbBottomIo.FCP_CMND_IU.at(io));
    }

    private static int dId(SentRequest request) {
        return FsfQtcbBottomSupport.D_ID.get(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(request.qtcb())));
    }

    private static boolean isToWellKnown(SentRequest request) {
        return FsfQtcbHeader.PORT_HANDLE.get(FsfQtcb.HEADER.at(request.qtcb())) >= FIRST_WELL_KNOWN_HANDLE;
    }
}
