// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.ObjectCache;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Unit;

/**
 * Reference counts, in the virtual kernel: none drops below zero; when nothing is in progress each is what the object graph says
 * (an adapter is held by its ports, a port by its units and SCSI devices); and when all devices were removed, ports, units and
 * adapters have been released, and no request is allocated any more.
 */
public final class ReferenceChecker implements WorldObserver {
    private static final Set<String> COUNTS =
            Set.of("dev_ref", "refcount", "sdev_ref", "wka_port->refcount", "req_q_free", "nr_buf_used");

    private final Findings findings;
    private final Activity activity;
    private final ObjectCache<FsfReq> requests;
    private final List<CcwDevice> devices = new ArrayList<>();
    private final Set<Adapter> adapters = new LinkedHashSet<>();
    /** Devices of ports and units that were registered and not released, in that order. */
    private final Set<Device> registered = new LinkedHashSet<>();
    private final Map<ScsiDevice, Integer> users = new IdentityHashMap<>();

    /** @param requests where all requests come from */
    public ReferenceChecker(Findings findings, Activity activity, ObjectCache<FsfReq> requests) {
        this.findings = findings;
        this.activity = activity;
        this.requests = requests;
    }

    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        if (!devices.contains(device)) {
            devices.add(device);
        }
        adapters.add(Adapters.of(device));
    }

    @Override
    public int deviceRegister(Device device) {
        registered.add(device);
        return 0;
    }

    @Override
    public void deviceRelease(Device device) {
        registered.remove(device);
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (newValue < 0 && COUNTS.contains(atomic.name())) {
            findings.add(Invariant.REFERENCES, "", atomic.name() + " of " + nameOf(atomic.owner()) + " has dropped to " + newValue);
        }
        if (atomic.owner() instanceof ScsiDevice sdev && atomic.name().equals("sdev_ref")) {
            users.put(sdev, newValue);
        }
    }

    private static String nameOf(Object owner) {
        return owner instanceof Device device ? device.name() : owner == null ? "nobody" : owner.getClass().getSimpleName();
    }

    @Override
    public void settled(List<CcwDevice> all) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            if (adapter != null && activity.isIdle(adapter)) {
                List<Port> ports = ports(adapter);
                compare(adapter, "the adapter", adapter.ref.count(), 1 + ports.size());
                compare(adapter, "the FCP device", device.device().references(), 2 + ports.size());
                ports.forEach(this::checkPort);
                checkLuns(adapter);
            }
        }
    }

    private List<Port> ports(Adapter adapter) {
        List<Port> ports = new ArrayList<>();
        for (Device device : registered) {
            if (device.container() instanceof Port port && port.adapter == adapter) {
                ports.add(port);
            }
        }
        return ports;
    }

    private void checkPort(Port port) {
        int expected = isListed(port) ? 1 : 0;
        for (Device device : registered) {
            if (device.container() instanceof Unit unit && unit.port == port) {
                expected++;
                compare(port.adapter, "unit " + device.name(), device.references(), 1);
            }
        }
        if (port.adapter.scsiHost != null) {
            for (ListNode<ScsiDevice> n = port.adapter.scsiHost.devices.first(); n != null;
                    n = port.adapter.scsiHost.devices.next(n)) {
                ScsiDev lun = ScsiDev.of(n.owner());
                expected += n.owner().state != ScsiDevice.State.DEL && lun.port == port ? 1 : 0;
            }
        }
        compare(port.adapter, "port " + port.dev.name(), port.dev.references(), expected);
        int units = count(port);
        if (port.units.read() >= 0) {
            compare(port.adapter, "the number of units of port " + port.dev.name(), port.units.read(), units);
        }
    }

    private static boolean isListed(Port port) {
        boolean[] listed = {false};
        port.adapter.portList.forEach(other -> listed[0] |= other == port);
        return listed[0];
    }

    private static int count(Port port) {
        int[] count = {0};
        port.unitList.forEach(unit -> count[0]++);
        return count[0];
    }

    private void checkLuns(Adapter adapter) {
        if (adapter.scsiHost == null) {
            return;
        }
        // A removed device stays listed as long as somebody holds a reference.
        adapter.scsiHost.devices.forEach(sdev -> compare(adapter, "LUN 0x" + Long.toHexString(sdev.lun),
                users.getOrDefault(sdev, 1), sdev.state == ScsiDevice.State.DEL ? 0 : 1));
    }

    private void compare(Adapter adapter, String what, int count, int expected) {
        if (count != expected) {
            findings.add(Invariant.REFERENCES, adapter.busId(), what + " has a count of " + count + ", " + expected
                    + " when nothing is under way");
        }
    }

    @Override
    public void removed(List<CcwDevice> all) {
        for (Device device : registered) {
            findings.add(Invariant.REFERENCES, "", nameOf(device) + " was not released, " + device.references()
                    + " references are left");
        }
        for (Adapter adapter : adapters) {
            compare(adapter, "the removed adapter", adapter.ref.count(), 0);
        }
        for (CcwDevice device : devices) {
            if (device.device().references() != 1) {
                findings.add(Invariant.REFERENCES, device.busId(), "the FCP device has "
                        + device.device().references() + " references after it was removed");
            }
        }
        if (requests.outstanding() != 0) {
            findings.add(Invariant.REFERENCES, "", requests.outstanding() < 0
                    ? -requests.outstanding() + " requests were freed twice" : requests.outstanding() + " requests were not freed");
        }
    }
}
