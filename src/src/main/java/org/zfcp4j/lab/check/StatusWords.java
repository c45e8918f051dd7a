// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/**
 * All values that the status words of adapters and ports have had: who reads one may be held up before he says so, and two ports may have the same
 * name, one of which is on no list any more.
 */
final class StatusWords {
    private final Map<String, Set<Integer>> values = new HashMap<>();

    void changed(AtomicInt word, int before, int after) {
        String name = word.owner() instanceof Adapter adapter ? adapter.busId()
                : word.owner() instanceof Port port ? name(port.adapter.busId(), port.wwpn) : null;
        if (name != null) {
            Set<Integer> known = values.computeIfAbsent(name, first -> new HashSet<>());
            known.add(before);
            known.add(after);
        }
    }

    private static String name(String busId, long wwpn) {
        return busId + ' ' + Long.toHexString(wwpn);
    }

    /** Whether the adapter has had this status. */
    boolean ofAdapter(String busId, int status) {
        return values.getOrDefault(busId, Set.of()).contains(status);
    }

    /** Whether a port of that name has had this status. */
    boolean ofPort(String busId, long wwpn, int status) {
        return values.getOrDefault(name(busId, wwpn), Set.of()).contains(status);
    }
}
