// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * What an adapter was shut down for last: the tag of the trigger that cleared RUNNING, in which the driver gives an adapter up as
 * thoroughly as with ERP_FAILED. Virtual kernel, trace in full.
 */
public final class ShutdownWatch implements WorldObserver {
    /** Tags of common I/O begin so: it starts the adapter again. */
    private static final String COMMON_IO = "cc";

    /** By device. */
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.owner() instanceof Adapter adapter && atomic.name().equals("status")) {
            if ((oldValue & ~newValue & ZFCP_STATUS_COMMON_RUNNING) != 0) {
                stopped.add(adapter.busId());
            } else if ((newValue & ZFCP_STATUS_COMMON_RUNNING) != 0) {
                stopped.remove(adapter.busId());
                tags.remove(adapter.busId());
            }
        }
    }

    /** The status changes, and then the trigger is traced, by one context. */
    @Override
    public void traced(DebugArea area, int level, byte[] bytes, int length) {
        if (area.name().endsWith("_rec") && bytes[(int) ZfcpDbfRec.ID.offset()] == DbfConstants.ZFCP_DBF_REC_TRIG) {
            DbfRecord record = DbfRecord.of(area, level, bytes, length);
            if (stopped.remove(record.busId())) {
                tags.put(record.busId(), record.tag());
            }
        }
    }

    /** For what the driver itself has shut the adapter down, because of what the channel told it; empty if it has not. Any context. */
    public String byDriver(Adapter adapter) {
        String tag = tags.getOrDefault(adapter.busId(), "");
        return tag.startsWith(COMMON_IO) ? "" : tag;
    }
}
