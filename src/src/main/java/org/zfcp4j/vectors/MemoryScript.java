// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.kernel.virtual.AllocationPolicy;

/**
 * Lets a memory pool be exhausted where it was for the recorded driver. Recordings announce that in prose only; but a request
 * that could be made is sent at once, so the next line says its result.
 */
final class MemoryScript implements AllocationPolicy {
    private static final String NO_PAGE_TAG = "fssr__1";

    private final Cursor cursor;

    MemoryScript(Cursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean allow(String cache, long size, long number) {
        Line next = cursor.peek();
        if (next == null) {
            return true;
        }
        return switch (cache) {
            case "sr_data" -> !next.text("tag").equals(NO_PAGE_TAG);
            case "status_read_req" -> !next.event().equals("stat_miss");
            case "erp_req" -> next.event().equals("req") || next.is("qdio", "do_QDIO_out");
            default -> true;
        };
    }
}
