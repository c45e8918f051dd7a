// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** Names of what the queues of a world's devices consist of. */
final class StorageNames {
    private final World world;

    StorageNames(World world) {
        this.world = world;
    }

    /** What lies at an address; null if it belongs to no queue. */
    String of(long address) {
        for (FcpDevice device : world.devices()) {
            Adapter adapter = device.adapter();
            String name = adapter == null || adapter.qdio == null ? null : of(adapter.qdio, address);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static String of(ZfcpQdio qdio, long address) {
        if (isWithin(qdio.reqQ, address)) {
            return "request SBAL";
        }
        if (isWithin(qdio.resQ, address)) {
            return "response SBAL";
        }
        boolean established = qdio.device != null && qdio.device.slsb(false, 0) != 0;
        boolean slsb = established && (isSlsb(qdio.device.slsb(true, 0), address) || isSlsb(qdio.device.slsb(false, 0), address));
        return slsb ? "SLSB" : null;
    }

    private static boolean isSlsb(long slsb, long address) {
        return address >= slsb && address < slsb + Slsb.SIZE;
    }

    private static boolean isWithin(long[] sbals, long address) {
        for (int i = 0; sbals != null && i < sbals.length; i++) {
            if (address >= sbals[i] && address < sbals[i] + QdioBuffer.SIZE) {
                return true;
            }
        }
        return false;
    }
}
