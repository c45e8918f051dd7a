// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaUss;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.trace.TraceRecord;

/**
 * What a trace record says whenever and about whomever: an answer with its command, its statuses and the state of its request; a trigger of recovery
 * with what was wanted, what was done and the states of adapter, port and LUN; a step of an action.
 *
 * @param values in an order that depends on the record's form alone
 */
record TraceShape(String tag, int level, List<Integer> values) {
    static TraceShape of(TraceRecord record) {
        ByteBuffer bytes = ByteBuffer.wrap(record.bytes());
        List<Integer> values = new ArrayList<>();
        switch (record.kind()) {
            case "hba" -> hba(bytes, values);
            case "rec" -> rec(bytes, values);
            case "scsi" -> values.add(bytes.getInt((int) ZfcpDbfScsi.SCSI_RESULT.offset()));
            default -> {
                // nothing but the tag
            }
        }
        return new TraceShape(record.tag(), record.level(), List.copyOf(values));
    }

    private static void hba(ByteBuffer bytes, List<Integer> values) {
        values.add(bytes.getInt((int) ZfcpDbfHba.FSF_CMD.offset()));
        values.add(bytes.getInt((int) ZfcpDbfHba.FSF_REQ_STATUS.offset()));
        if (bytes.get(0) == DbfConstants.ZFCP_DBF_HBA_RES) {
            values.add(bytes.getInt((int) (ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.PROT_STATUS.offset())));
            values.add(bytes.getInt((int) (ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.FSF_STATUS.offset())));
        } else if (bytes.get(0) == DbfConstants.ZFCP_DBF_HBA_USS) {
            values.add(bytes.getInt((int) (ZfcpDbfHba.USS.offset() + ZfcpDbfHbaUss.STATUS_TYPE.offset())));
            values.add(bytes.getInt((int) (ZfcpDbfHba.USS.offset() + ZfcpDbfHbaUss.STATUS_SUBTYPE.offset())));
        }
    }

    private static void rec(ByteBuffer bytes, List<Integer> values) {
        if (bytes.get(0) == DbfConstants.ZFCP_DBF_REC_TRIG) {
            values.add((int) bytes.get((int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset())));
            values.add((int) bytes.get((int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset())));
            values.add(bytes.getInt((int) ZfcpDbfRec.ADAPTER_STATUS.offset()));
            values.add(bytes.getInt((int) ZfcpDbfRec.PORT_STATUS.offset()));
            values.add(bytes.getInt((int) ZfcpDbfRec.LUN_STATUS.offset()));
        } else {
            values.add((int) bytes.getShort((int) (ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_STEP.offset())));
            values.add((int) bytes.get((int) (ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_ACTION.offset())));
            values.add(bytes.getInt((int) (ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_STATUS.offset())));
        }
    }
}
