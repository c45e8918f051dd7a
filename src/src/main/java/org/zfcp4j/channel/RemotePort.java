// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * A port of the SAN that an adapter can log in to.
 *
 * @param wwpn world-wide port name; what it is known by
 * @param wwnn world-wide node name
 * @param zones bit mask, see {@link ChannelParameter#ZONES}; 0 for all
 * @param dId FC address, below 0xfffff0
 * @param maxFrame receive data field size in bytes, 0 for 2048
 * @param connectionInfo FC Endpoint Security of a connection to it, {@code FSF_FC_SECURITY_*}
 */
public record RemotePort(long wwpn, long wwnn, long zones, int dId, int maxFrame, int connectionInfo) {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(
            JAVA_LONG.withName("wwpn"), JAVA_LONG.withName("wwnn"), JAVA_LONG.withName("zones"), JAVA_INT.withName("d_id"),
            JAVA_INT.withName("max_frame"), JAVA_INT.withName("connection_info"), JAVA_INT.withName("reserved"));

    /** One in all zones, without security. */
    public RemotePort(long wwpn, long wwnn, int dId) {
        this(wwpn, wwnn, 0, dId, 0, 0);
    }

    /** The same port at another address. */
    public RemotePort at(int newDId) {
        return new RemotePort(wwpn, wwnn, zones, newDId, maxFrame, connectionInfo);
    }

    /** The same port in other zones. */
    public RemotePort in(long newZones) {
        return new RemotePort(wwpn, wwnn, newZones, dId, maxFrame, connectionInfo);
    }

    /** The same port with another FC Endpoint Security. */
    public RemotePort secured(int newConnectionInfo) {
        return new RemotePort(wwpn, wwnn, zones, dId, maxFrame, newConnectionInfo);
    }

    MemorySegment write(Arena arena) {
        MemorySegment p = arena.allocate(LAYOUT);
        p.set(JAVA_LONG, offset("wwpn"), wwpn);
        p.set(JAVA_LONG, offset("wwnn"), wwnn);
        p.set(JAVA_LONG, offset("zones"), zones);
        p.set(JAVA_INT, offset("d_id"), dId);
        p.set(JAVA_INT, offset("max_frame"), maxFrame);
        p.set(JAVA_INT, offset("connection_info"), connectionInfo);
        return p;
    }

    private static long offset(String field) {
        return LAYOUT.byteOffset(PathElement.groupElement(field));
    }
}
