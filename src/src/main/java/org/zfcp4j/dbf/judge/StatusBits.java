// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.dbf.record.StatusWord;

/** Status words that no transition of the driver reaches. */
final class StatusBits {
    private final List<Remark> remarks = new ArrayList<>();

    private StatusBits() {
    }

    static List<Remark> of(Capture capture) {
        StatusBits check = new StatusBits();
        for (Entry rec : capture.entries(Area.REC)) {
            if (!RecFields.isWka(rec)) {
                check.objects(rec);
            }
        }
        for (Entry hba : capture.entries(Area.HBA)) {
            if (HbaFields.isResponse(hba) || HbaFields.isUnsolicited(hba)) {
                check.known(StatusWord.REQUEST, HbaFields.requestStatus(hba), "request", hba);
            }
        }
        return check.remarks;
    }

    private void objects(Entry rec) {
        int adapter = RecFields.adapterStatus(rec);
        known(StatusWord.ADAPTER, adapter, "adapter", rec);
        known(StatusWord.PORT, RecFields.portStatus(rec), "port", rec);
        known(StatusWord.LUN, RecFields.lunStatus(rec), "LUN", rec);
        if ((adapter & ZFCP_STATUS_COMMON_OPEN) != 0 && (adapter & ZFCP_STATUS_ADAPTER_XCONFIG_OK) == 0) {
            impossible("an adapter is open without configuration data", StatusWord.ADAPTER, adapter, rec);
        }
        if (RecFields.isRunning(rec)) {
            known(StatusWord.ERP, RecFields.status(rec), "action", rec);
            if (RecFields.isAction(RecFields.action(rec)) && !ActionOrder.isAfterwards(rec)) {
                running(rec, adapter);
            }
        }
    }

    private void running(Entry rec, int adapter) {
        int target = switch (RecFields.action(rec)) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> adapter;
            case ZFCP_ERP_ACTION_REOPEN_LUN -> RecFields.lunStatus(rec);
            default -> RecFields.portStatus(rec);
        };
        if ((target & ZFCP_STATUS_COMMON_ERP_INUSE) == 0) {
            impossible("an action runs for what is not ERP_INUSE", RecFields.action(rec) == ZFCP_ERP_ACTION_REOPEN_ADAPTER
                    ? StatusWord.ADAPTER : StatusWord.PORT, target, rec);
        } else if ((adapter & ZFCP_STATUS_ADAPTER_ERP_PENDING) == 0) {
            impossible("an action runs while none is ERP_PENDING", StatusWord.ADAPTER, adapter, rec);
        }
    }

    private void known(StatusWord kind, int word, String what, Entry entry) {
        if (kind.unknown(word) != 0) {
            impossible("no " + what + " has such a status", kind, word, entry);
        }
    }

    private void impossible(String text, StatusWord kind, int word, Entry entry) {
        remarks.add(Remark.impossible("status", text + String.format(": 0x%08x ", word) + kind.text(word), entry));
    }
}
