// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.scsi.ScsiMidlayer;

/**
 * The SCSI midlayer as far as the driver sees it: hosts with a work queue of their own, devices that are made by a scan of
 * one LUN and counted. A device that was removed stays on its host's list until its last reference is dropped, as in Linux: a
 * LUN may be listed more than once, and all but one are {@link ScsiDevice.State#DEL} then. It sends no command of its own and
 * retries none. It must not refuse a scan, or drop a reference.
 */
public final class ScsiMidlayerFake implements ScsiMidlayer {
    private final Kernel kernel;
    private final MidlayerObserver observer;
    private final Map<ScsiHost, WorkQueue> workQueues = new ConcurrentHashMap<>();
    /** {@code scan_mutex} of each host: devices come and go one at a time. */
    private final Map<ScsiHost, Mutex> scanMutexes = new ConcurrentHashMap<>();
    private Consumer<ScsiDevice> drain = device -> { };
    private int nextHostNo;

    public ScsiMidlayerFake(Kernel kernel, MidlayerObserver observer) {
        this.kernel = kernel;
        this.observer = observer;
    }

    /** Waits until a device that is being removed has no command left. Process context. */
    public void setDrain(Consumer<ScsiDevice> newDrain) {
        drain = newDrain;
    }

    /** A device with the midlayer's reference and those of its users; on its host's list as long as there is one. */
    private final class CountedDevice extends ScsiDevice {
        private final AtomicInt references = kernel.atomicInt("sdev_ref", this, 1);

        CountedDevice(ScsiHost host, int id, long lun, FcRport rport) {
            super(host, 0, id, lun, rport);
        }

        @Override
        public int get() {
            if (state == State.DEL || state == State.CANCEL) {
                return -Errno.ENXIO;
            }
            return references.addUnless(1, 0) ? 0 : -Errno.ENXIO;
        }

        /** {@code scsi_device_dev_release_usercontext} after the last one. In Linux it runs later if that is in an interrupt. */
        @Override
        public void put() {
            if (references.decReturn() == 0) {
                host.hostLock.lockIrq();
                siblings.del();
                host.hostLock.unlockIrq();
            }
        }
    }

    @Override
    public boolean mayAllocHost() {
        return true;
    }

    @Override
    public int addHost(ScsiHost host, Device parent) {
        host.hostNo = nextHostNo++;
        scanMutexes.put(host, kernel.mutex("scan_mutex", host));
        workQueues.put(host, kernel.orderedWorkQueue("scsi_wq_" + host.hostNo));
        observer.addHost(host);
        return 0;
    }

    @Override
    public void removeHost(ScsiHost host) {
        observer.removeHost(host);
        List<ScsiDevice> devices = new ArrayList<>();
        host.hostLock.lockIrq();
        host.devices.forEach(devices::add);
        host.hostLock.unlockIrq();
        devices.forEach(this::removeDevice);
    }

    @Override
    public void putHost(ScsiHost host) {
        WorkQueue queue = workQueues.remove(host);
        if (queue != null) {
            queue.destroy();
        }
    }

    @Override
    public void scanTarget(ScsiHost host, FcRport rport, int channel, int id, long lun, int rescan) {
        observer.scanTarget(host, id, lun, rescan);
        probe(host, rport, id, lun);
    }

    /** Makes the device of a LUN if the driver accepts it; the device, or null. Process context. */
    public ScsiDevice probe(ScsiHost host, FcRport rport, int id, long lun) {
        Mutex scanMutex = scanMutexes.get(host);
        scanMutex.lock();
        try {
            return probeLocked(host, rport, id, lun);
        } finally {
            scanMutex.unlock();
        }
    }

    private ScsiDevice probeLocked(ScsiHost host, FcRport rport, int id, long lun) {
        ScsiDevice existing = find(host, id, lun);
        observer.scan(host, id, lun, existing != null);
        if (existing != null) {
            return existing;
        }
        CountedDevice device = new CountedDevice(host, id, lun, rport);
        device.transportData = host.template.newDeviceData(device);
        host.hostLock.lockIrq();
        host.devices.addTail(device.siblings);
        host.hostLock.unlockIrq();
        observer.slaveAlloc(device);
        int rc = host.template.slaveAlloc(device);
        observer.slaveAllocDone(device, rc);
        if (rc != 0) {
            destroy(device);
            return null;
        }
        device.state = ScsiDevice.State.RUNNING;
        host.template.slaveConfigure(device);
        return device;
    }

    private ScsiDevice find(ScsiHost host, int id, long lun) {
        host.hostLock.lockIrq();
        try {
            for (ListNode<ScsiDevice> n = host.devices.first(); n != null; n = host.devices.next(n)) {
                ScsiDevice device = n.owner();
                if (device.id == id && device.lun == lun && device.state != ScsiDevice.State.DEL) {
                    return device;
                }
            }
            return null;
        } finally {
            host.hostLock.unlockIrq();
        }
    }

    /** The end of {@code __scsi_remove_device}, also for a device that the driver has refused. */
    private static void destroy(ScsiDevice device) {
        device.state = ScsiDevice.State.DEL;
        device.host.template.slaveDestroy(device);
        device.put();
    }

    @Override
    public boolean queueWork(ScsiHost host, Work work) {
        return workQueues.get(host).queue(work);
    }

    @Override
    public ScsiDevice deviceLookup(ScsiHost host, int channel, int id, long lun) {
        ScsiDevice device = find(host, id, lun);
        return device != null && device.get() == 0 ? device : null;
    }

    @Override
    public void removeDevice(ScsiDevice device) {
        Mutex scanMutex = scanMutexes.get(device.host);
        scanMutex.lock();
        try {
            removeLocked(device);
        } finally {
            scanMutex.unlock();
        }
    }

    private void removeLocked(ScsiDevice device) {
        if (device.state == ScsiDevice.State.DEL) {
            return;
        }
        observer.removeDevice(device);
        device.state = ScsiDevice.State.CANCEL;
        drain.accept(device);
        destroy(device);
        observer.slaveDestroyDone(device);
    }

    @Override
    public void changeQueueDepth(ScsiDevice device, int depth) {
        device.queueDepth = depth;
    }
}
