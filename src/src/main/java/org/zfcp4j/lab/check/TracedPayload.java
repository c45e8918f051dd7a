// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;

/** Payload that was traced in records of its own, which come before the record that they belong to. */
final class TracedPayload {
    private final Map<String, Integer> bytes = new HashMap<>();

    private static String key(String busId, String what, long reqId) {
        return busId + ' ' + what + ' ' + reqId;
    }

    void add(DbfRecord record) {
        bytes.merge(key(record.busId(), record.tag(), record.u64(ZfcpDbfPay.FSF_REQ_ID.offset())), record.payload(), Integer::sum);
    }

    /** How much there is of {@code what} for a request, which is forgotten. */
    int take(String busId, String what, long reqId) {
        Integer sum = bytes.remove(key(busId, what, reqId));
        return sum == null ? 0 : sum;
    }
}
