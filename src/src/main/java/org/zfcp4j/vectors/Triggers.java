// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.List;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.sysfs.AdapterAttributes;
import org.zfcp4j.zfcp.sysfs.LunAttributes;
import org.zfcp4j.zfcp.sysfs.PortAttributes;
import org.zfcp4j.zfcp.unit.Units;

/**
 * Calls of a script into the driver's recovery that have no line of their own: the trace record of the trigger tells which
 * function it was and for which object. Tags of sysfs attributes and of power management stand for the whole attribute or
 * callback.
 */
final class Triggers {
    private static final int WANT_LUN = 1;
    private static final int WANT_PORT = 2;
    private static final int WANT_PORT_FORCED = 3;
    private static final int WANT_ADAPTER = 4;
    /** What a reopen clears in any case. */
    private static final int ALWAYS_CLEARED = ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

    private final ReplayWorld world;
    private final Cursor cursor;

    Triggers(ReplayWorld world, Cursor cursor) {
        this.world = world;
        this.cursor = cursor;
    }

    /**
     * Makes the call.
     *
     * @param trace the record of the trigger
     * @param before what the call did before it
     */
    void call(Line trace, List<Line> before) {
        ReplayDevice device = world.device(trace.adapter());
        Adapter adapter = device.adapterOrFail();
        CcwDevice cdev = device.cdev();
        String tag = trace.text("tag");
        switch (tag) {
            case "syafai2" -> AdapterAttributes.adapterFailedStore(adapter.module, cdev, 0);
            case "scshr_y" -> device.hostOrFail().template.hostReset(adapter.scsiHost, ScsiConstants.SCSI_ADAPTER_RESET);
            case "sypfai2" -> PortAttributes.portFailedStore(port(device, trace), 0);
            case "syufai2" -> failedUnit(lun(device, trace));
            case "syufai3" -> LunAttributes.scsiZfcpFailedStore(lun(device, trace), 0);
            case "syprs_1" -> AdapterAttributes.portRemoveStore(adapter.module, cdev, port(device, trace).wwpn);
            case "ccsusp1" -> cdev.driver().freeze(cdev);
            case "ccthaw1" -> cdev.driver().thaw(cdev);
            case "ccresu1" -> cdev.driver().restore(cdev);
            case "ccshut1" -> cdev.driver().shutdown(cdev);
            default -> direct(device, trace, clearMask(before));
        }
    }

    /** A shutdown is a reopen that clears two bits more, of an object that had them. */
    private void direct(ReplayDevice device, Line trace, int clear) {
        String tag = trace.text("tag");
        switch ((int) trace.number("want")) {
            case WANT_ADAPTER -> ErpTrigger.adapterReopen(device.adapterOrFail(), clear, tag);
            case WANT_PORT_FORCED -> ErpTrigger.portForcedReopen(port(device, trace), clear, tag);
            case WANT_PORT -> ErpTrigger.portReopen(port(device, trace), clear, tag);
            case WANT_LUN -> ErpTrigger.lunReopen(lun(device, trace), clear, tag);
            default -> throw new SkipException("line " + trace.number() + ": unknown trigger " + tag);
        }
    }

    /**
     * The bits that the caller wanted cleared in addition: what was cleared of the object or of one below it. A counter of attempts
     * is cleared with ERP_FAILED. A bit that none of them had makes no difference.
     */
    private static int clearMask(List<Line> before) {
        int cleared = 0;
        for (Line line : before) {
            if (line.event().equals("status")) {
                cleared |= (int) (line.number("old") & ~line.number("new"));
            } else if (line.event().equals("erp_counter") && line.signed("new") == 0) {
                cleared |= ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
            }
        }
        return cleared & ~ALWAYS_CLEARED;
    }

    /** The port that a record is about, with the D_ID that the script gave it, which shows only afterwards. */
    private Port port(ReplayDevice device, Line trace) {
        Port port = device.portOrFail(trace.number("wwpn"));
        int dId = (int) trace.number("d_id");
        if (port.dId != dId && cursor.find(l -> ScriptChanges.isDId(l, trace.text("wwpn"), dId)) != null) {
            port.dId = dId;
        }
        return port;
    }

    private static ScsiDevice lun(ReplayDevice device, Line trace) {
        return device.lunOrFail(trace.number("wwpn"), trace.number("lun"));
    }

    private static void failedUnit(ScsiDevice sdev) {
        Unit unit = Units.unitFind(ScsiDev.of(sdev).port, ScsiDev.fcpLun(sdev));
        LunAttributes.unitFailedStore(unit, 0);
        unit.dev.put();
    }
}
