// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;

/** The recorded environment's remote ports and LUNs, and what its channel calls them. D_IDs are 24 bits. */
final class San {
    /** A remote port with its LUNs in the order of their handles. */
    record RemotePort(long wwpn, int dId, List<Long> luns) {
    }

    /** The FCP device itself. */
    static final long OWN_WWPN = 0xc05076ffe4801000L;
    static final long OWN_WWNN = 0x5005076400c01000L;
    static final int OWN_D_ID = 0x010100;
    static final long REMOTE_WWNN = 0x5005076303ffc562L;
    static final long FABRIC_NAME = 0x1000000533000001L;
    static final long FABRIC_WWPN = 0x2000010005330000L;
    /** The LUN that is open in the start state, at the first port. */
    static final long LUN = 0x4010400000000000L;

    private static final int FIRST_PORT_HANDLE = 0x11;
    private static final int FIRST_LUN_HANDLE = 0x1000;
    private static final int WELL_KNOWN_HANDLE = 0x00fc0000;
    private static final int WELL_KNOWN = 0xfffff0;

    static final List<RemotePort> PORTS = List.of(
        new RemotePort(0x500507630300c562L, 0x010200, List.of(LUN, 0x4010400100000000L, 0x4011400200000000L)),
        new RemotePort(0x500507630303c562L, 0x010300, List.of(LUN, 0x4010400100000000L)),
        new RemotePort(0x50050763030bc562L, 0x020400, List.of(LUN, 0x4010400100000000L)));

    private San() {
    }

    /** The port at that address, or null. */
    static RemotePort byDId(int dId) {
        return PORTS.stream().filter(port -> port.dId() == dId).findFirst().orElse(null);
    }

    /** The port of that name, or null. */
    static RemotePort byWwpn(long wwpn) {
        return PORTS.stream().filter(port -> port.wwpn() == wwpn).findFirst().orElse(null);
    }

    static boolean isWellKnown(int dId) {
        return (dId & WELL_KNOWN) == WELL_KNOWN;
    }

    static int wellKnownHandle(int dId) {
        return WELL_KNOWN_HANDLE | dId & 0xff;
    }

    static int portHandle(RemotePort port) {
        return FIRST_PORT_HANDLE + PORTS.indexOf(port);
    }

    /** The handle of a LUN of the port that has {@code portHandle}. */
    static int lunHandle(int portHandle, long lun) {
        int port = portHandle - FIRST_PORT_HANDLE;
        int index = port >= 0 && port < PORTS.size() ? Math.max(PORTS.get(port).luns().indexOf(lun), 0) : 0;
        return FIRST_LUN_HANDLE + (portHandle << 4) + index;
    }
}
