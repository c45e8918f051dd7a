// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.vectors.Hex;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** The state of an adapter in the form that tables have. */
final class Snapshot {
    private Snapshot() {
    }

    /** Any context; is no scheduling point. */
    static JsonObject of(StartState state) {
        return state.kernel().peek(() -> of(state.adapter()));
    }

    private static JsonObject of(Adapter adapter) {
        return new JsonObject().add("adapter", Hex.word(adapter.status.read())).add("erp_counter", adapter.erpCounter.read())
            .add("stat_miss", adapter.statMiss.read()).add("features", Hex.of(adapter.adapterFeatures & 0xffff_ffffL))
            .add("wka_ds", adapter.gs.ds().status.ordinal()).add("ports", ports(adapter)).add("luns", luns(adapter));
    }

    private static JsonObject ports(Adapter adapter) {
        JsonObject ports = new JsonObject();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            Port port = n.owner();
            ports.add(Hex.name(port.wwpn), new JsonArray().add(Hex.word(port.status.read())).add(port.erpCounter.read())
                .add(Hex.of(port.dId, 6)).add(port.rport == null ? 0 : 1));
        }
        return ports;
    }

    private static JsonObject luns(Adapter adapter) {
        JsonObject luns = new JsonObject();
        var devices = adapter.scsiHost.devices;
        for (ListNode<ScsiDevice> n = devices.first(); n != null; n = devices.next(n)) {
            ScsiDev lun = ScsiDev.of(n.owner());
            luns.add(Hex.name(lun.port.wwpn) + "/" + Hex.name(ScsiDev.fcpLun(n.owner())),
                new JsonArray().add(Hex.word(lun.status.read())).add(lun.erpCounter.read()));
        }
        return luns;
    }
}
