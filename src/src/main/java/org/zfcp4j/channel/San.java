// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The SAN that a channel is connected to: remote ports, and LUNs with RAM disks behind them. Ports are named by their WWPN,
 * disks by WWPN and FCP LUN. A change that is announced reaches those of the port's zones as an RSCN. Any thread.
 */
public final class San {
    private static final int ELS_PLOGI = 0x03;
    private static final int ELS_LOGO = 0x05;

    private final FcpChannel channel;

    San(FcpChannel channel) {
        this.channel = channel;
    }

    /** A port logs in to the fabric, for the first time or again; one that left has kept its disks. */
    public void addPort(RemotePort port, boolean announce) {
        try (Arena arena = Arena.ofConfined()) {
            NativeResult.check(FcpMock.portAdd(channel.handle(), port.write(arena), announce ? 1 : 0));
        }
        channel.ring();
    }

    /** A port leaves the fabric: what an adapter has open there can only be closed. */
    public void removePort(long wwpn, boolean announce) {
        NativeResult.check(FcpMock.portRemove(channel.handle(), wwpn, announce ? 1 : 0));
        channel.ring();
    }

    /** A port logs in to the adapters of its zones by itself. */
    public void sendPlogi(long wwpn) {
        sendEls(wwpn, ELS_PLOGI);
    }

    /** A port ends its logins with the adapters of its zones. */
    public void sendLogo(long wwpn) {
        sendEls(wwpn, ELS_LOGO);
    }

    private void sendEls(long wwpn, int command) {
        NativeResult.check(FcpMock.portEls(channel.handle(), wwpn, command));
        channel.ring();
    }

    /** Puts a disk, zeroed, behind a port. */
    public void addDisk(long wwpn, RamDisk disk) {
        try (Arena arena = Arena.ofConfined()) {
            NativeResult.check(FcpMock.lunAdd(channel.handle(), wwpn, disk.write(arena)));
        }
    }

    /** Another path to a disk: its content also behind another port or LUN. */
    public void shareDisk(long wwpn, long fcpLun, long fromWwpn, long fromLun) {
        NativeResult.check(FcpMock.lunShare(channel.handle(), wwpn, fcpLun, fromWwpn, fromLun));
    }

    /** Takes a LUN away; commands that still come find nothing. */
    public void removeDisk(long wwpn, long fcpLun) {
        NativeResult.check(FcpMock.lunRemove(channel.handle(), wwpn, fcpLun));
    }

    /** Reads content past all protocols: {@code length} bytes at the byte offset. */
    public byte[] read(long wwpn, long fcpLun, long offset, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(length);
            NativeResult.check(FcpMock.lunAccess(channel.handle(), wwpn, fcpLun, offset, memory, 0));
            return memory.toArray(JAVA_BYTE);
        }
    }

    /** Writes content past all protocols, at the byte offset. */
    public void write(long wwpn, long fcpLun, long offset, byte[] content) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(JAVA_BYTE, content);
            NativeResult.check(FcpMock.lunAccess(channel.handle(), wwpn, fcpLun, offset, memory, 1));
        }
    }

    /** Everybody who has the LUN open gets CHECK CONDITION with this sense on the next command. */
    public void raiseAttention(long wwpn, long fcpLun, int senseKey, int asc, int ascq) {
        NativeResult.check(FcpMock.lunAttention(channel.handle(), wwpn, fcpLun, senseKey, asc, ascq));
    }
}
