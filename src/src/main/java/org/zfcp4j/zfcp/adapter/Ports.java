// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;

import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.ccw.AdapterRef;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/** {@code zfcp_aux.c}: the life of a remote port. Its device counts references; the port holds one on the adapter. */
public final class Ports {
    private Ports() {
    }

    /** {@code zfcp_get_port_by_wwpn}: the port with a reference for the caller, or null. Any context. */
    @LinuxSource("zfcp_aux.c:zfcp_get_port_by_wwpn")
    public static Port getPortByWwpn(Adapter adapter, long wwpn) {
        adapter.portListLock.readLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            Port port = n.owner();
            if (port.wwpn == wwpn) {
                if (!port.dev.get()) {
                    port = null;
                }
                adapter.portListLock.readUnlockIrq();
                return port;
            }
        }
        adapter.portListLock.readUnlockIrq();
        return null;
    }

    /** {@code zfcp_port_release}: the last reference on the port's device is gone. Any context. */
    @LinuxSource("zfcp_aux.c:zfcp_port_release")
    static void portRelease(Device dev) {
        Port port = (Port) dev.container();
        AdapterRef.adapterPut(port.adapter);
    }

    /**
     * {@code zfcp_port_enqueue}: {@link #portEnqueue(Adapter, long, int, int, IntConsumer)} for callers to whom all errors are the
     * same.
     */
    @LinuxSource("zfcp_aux.c:zfcp_port_enqueue")
    public static Port portEnqueue(Adapter adapter, long wwpn, int status, int dId) {
        return portEnqueue(adapter, wwpn, status, dId, error -> { });
    }

    /**
     * {@code zfcp_port_enqueue}: makes a port, registers its device and puts it on the adapter's list; from then on it is
     * RUNNING. Process context.
     *
     * @param wwpn world wide port name; 0 is accepted, as in C
     * @param status initial status bits
     * @param dId destination id, 0 if not known
     * @param error gets the reason when the result is null: {@code -EEXIST} if the adapter has such a port already,
     *     {@code -ENOMEM}, or {@code -EINVAL} if the device could not be registered
     * @return the port; the reference on it belongs to the list
     */
    @LinuxSource("zfcp_aux.c:zfcp_port_enqueue")
    public static Port portEnqueue(Adapter adapter, long wwpn, int status, int dId, IntConsumer error) {
        Kernel kernel = adapter.module.kernel;
        adapter.ref.get();

        Port port = getPortByWwpn(adapter, wwpn);
        if (port != null) {
            port.dev.put();
            AdapterRef.adapterPut(adapter);
            error.accept(-Errno.EEXIST);
            return null;
        }
        if (!kernel.mayAllocate("zfcp_port")) {
            AdapterRef.adapterPut(adapter);
            error.accept(-Errno.ENOMEM);
            return null;
        }
        port = new Port(adapter, wwpn, dId);
        port.dev = new Device(kernel, "0x" + HexFormat.of().toHexDigits(wwpn), adapter.ccwDevice.device(), port,
                Ports::portRelease);
        if (port.dev.register() != 0) {
            port.dev.put(); // its release also puts the adapter
            error.accept(-Errno.EINVAL);
            return null;
        }

        adapter.portListLock.writeLockIrq();
        adapter.portList.addTail(port.list);
        adapter.portListLock.writeUnlockIrq();

        port.status.or(status | ZFCP_STATUS_COMMON_RUNNING);
        return port;
    }
}
