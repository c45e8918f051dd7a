// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.WaitQueue;

/**
 * {@code struct ccw_device}: an FCP device as common I/O presents it to the driver, with its subchannel, its QDIO data, and
 * the driver that it is bound to. The driver's own pointer is {@link #device()}'s driver data.
 */
public final class CcwDevice implements SubchannelInterrupts {
    /** {@code cdev->handler}: who gets I/O interrupts. Called with {@link #lock()} held. */
    interface InterruptHandler {
        void interrupt(int cstat, int dstat);

        /** {@code errno} negative: there is no status. */
        void error(int errno);
    }

    private final Kernel kernel;
    private final Device device;
    private final Subchannel subchannel;
    private final CcwDriver driver;
    private final SpinLock lock;
    private final WaitQueue waitQueue;
    private volatile boolean online;
    private volatile QdioTiming timing = QdioTiming.LINUX;
    private volatile QdioObserver observer = QdioObserver.NONE;
    /** {@code cdev->private->qdio_data}; null outside of allocate and free. */
    private volatile QdioIrq qdioData;
    /** Changed under {@link #lock()}. */
    private InterruptHandler handler;

    /**
     * @param device its name is the bus id, for instance {@code 0.0.1900}
     * @param driver of the device, may be null where only QDIO is used
     */
    public CcwDevice(Kernel kernel, Device device, Subchannel subchannel, CcwDriver driver) {
        this.kernel = kernel;
        this.device = device;
        this.subchannel = subchannel;
        this.driver = driver;
        this.lock = kernel.spinLock("ccwdev_lock", this);
        this.waitQueue = kernel.waitQueue("cdev_wait_q", this);
        subchannel.setInterruptHandler(this);
    }

    public Kernel kernel() {
        return kernel;
    }

    public Device device() {
        return device;
    }

    /** {@code dev_name(&cdev->dev)}: the bus id. */
    public String busId() {
        return device.name();
    }

    public Subchannel subchannel() {
        return subchannel;
    }

    public CcwDriver driver() {
        return driver;
    }

    /** {@code cdev->online}: the driver's {@code set_online} succeeded. */
    public boolean online() {
        return online;
    }

    /** How long subchannel operations take; to be set before the device is used. */
    public void setTiming(QdioTiming newTiming) {
        timing = newTiming;
    }

    public QdioTiming timing() {
        return timing;
    }

    /** To be set before the device is used. */
    public void setObserver(QdioObserver newObserver) {
        observer = newObserver;
    }

    public QdioObserver observer() {
        return observer;
    }

    /** {@code get_ccwdev_lock}: held while a function is started and while its interrupt is handled. */
    SpinLock lock() {
        return lock;
    }

    /** {@code cdev->private->wait_q}: woken by every I/O interrupt. */
    WaitQueue waitQueue() {
        return waitQueue;
    }

    QdioIrq qdioData() {
        return qdioData;
    }

    void setQdioData(QdioIrq data) {
        qdioData = data;
    }

    /** Under {@link #lock()}. */
    InterruptHandler handler() {
        return handler;
    }

    /** Under {@link #lock()}. */
    void setHandler(InterruptHandler newHandler) {
        handler = newHandler;
    }

    /** {@code cdev->handler = NULL}: interrupts go nowhere until QDIO is established. */
    public void resetHandler() {
        lock.lockIrq();
        handler = null;
        lock.unlockIrq();
    }

    /** {@code ccw_device_siosl}: starts logging in the channel. 0 or a negative errno. */
    public int siosl() {
        return subchannel.siosl();
    }

    /**
     * {@code ccw_device_set_online}: lets the driver bring the device up. Process context.
     *
     * @return 0, {@code -EINVAL} if it is online or has no driver, or what the driver returned
     */
    public int setOnline() {
        if (online || driver == null) {
            return -Errno.EINVAL;
        }
        int rc = driver.setOnline(this);
        if (rc == 0) {
            online = true;
        }
        return rc;
    }

    /** {@code ccw_device_set_offline}: the opposite of {@link #setOnline}. Process context. */
    public int setOffline() {
        if (!online || driver == null) {
            return -Errno.EINVAL;
        }
        int rc = driver.setOffline(this);
        if (rc == 0) {
            online = false;
        }
        return rc;
    }

    @Override
    public void ioInterrupt(int cstat, int dstat) {
        // A subchannel whose operations take no time answers within the instruction, which is issued under the lock.
        boolean nested = lock.isHeld();
        if (!nested) {
            lock.lock();
        }
        if (handler != null) {
            handler.interrupt(cstat, dstat);
        }
        if (!nested) {
            lock.unlock();
        }
    }

    @Override
    public void ioError(int errno) {
        boolean nested = lock.isHeld();
        if (!nested) {
            lock.lock();
        }
        if (handler != null) {
            handler.error(errno);
        }
        if (!nested) {
            lock.unlock();
        }
    }

    @Override
    public void thinInterrupt() {
        QdioIrq irq = qdioData;
        if (irq != null) {
            irq.thinInterrupt().tiqdioThinintHandler();
        }
    }

    @Override
    public void path(CioEvent event) {
        if (online && driver != null) {
            driver.notify(this, event);
        }
    }
}
