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
    /** {@code cdev->handler}: receives I/O interrupts. Called with the device's lock held. */
    interface InterruptHandler {
        void interrupt(int cstat, int dstat);

        /** {@code errno} negative: there is no status. */
        void error(int errno);
    }

    private final Kernel kernel;
    private final Device device;
    private final Subchannel subchannel;
    private final CcwDriver driver;
    private final SpinLock ccwdevLock;
    private final WaitQueue waitQueue;
    private volatile boolean online;
    private volatile QdioTiming timing = QdioTiming.LINUX;
    private volatile QdioObserver observer = QdioObserver.NONE;
    /** {@code cdev->private->qdio_data}; null outside of allocate and free. */
    private volatile QdioIrq qdioData;
    /** Under {@link #ccwdevLock}. */
    private InterruptHandler handler;
    /**
     * The context that holds {@link #ccwdevLock}, null while it is free. Written by the holder alone. Read without the lock, it says
     * nothing of other contexts, but always truly whether the reader itself is the holder.
     */
    private volatile Object owner;

    /**
     * @param device its name is the bus id, for instance {@code 0.0.1900}
     * @param driver of the device, may be null where only QDIO is used
     */
    public CcwDevice(Kernel kernel, Device device, Subchannel subchannel, CcwDriver driver) {
        this.kernel = kernel;
        this.device = device;
        this.subchannel = subchannel;
        this.driver = driver;
        this.ccwdevLock = kernel.spinLock("ccwdev_lock", this);
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

    /** {@code spin_lock_irq(get_ccwdev_lock(cdev))}: held while a function is started and while its interrupt is handled. */
    void lockIrq() {
        ccwdevLock.lockIrq();
        owner = kernel.current();
    }

    void unlockIrq() {
        owner = null;
        ccwdevLock.unlockIrq();
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

    /** Between {@link #lockIrq} and {@link #unlockIrq}. */
    InterruptHandler handler() {
        ccwdevLock.lockdepAssertHeld();
        return handler;
    }

    /** Between {@link #lockIrq} and {@link #unlockIrq}. */
    void setHandler(InterruptHandler newHandler) {
        ccwdevLock.lockdepAssertHeld();
        handler = newHandler;
    }

    /** {@code cdev->handler = NULL}: interrupts go nowhere until QDIO is established. */
    public void resetHandler() {
        lockIrq();
        handler = null;
        unlockIrq();
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
        boolean nested = enterInterrupt();
        InterruptHandler current = handler;
        if (current != null) {
            current.interrupt(cstat, dstat);
        }
        leaveInterrupt(nested);
    }

    @Override
    public void ioError(int errno) {
        boolean nested = enterInterrupt();
        InterruptHandler current = handler;
        if (current != null) {
            current.error(errno);
        }
        leaveInterrupt(nested);
    }

    /**
     * As in C, where common I/O takes the lock for the driver's interrupt handler. Only a subchannel whose operations take no time
     * answers within the instruction, so in the context that holds the lock already; true if so.
     */
    private boolean enterInterrupt() {
        Object self = kernel.current();
        if (owner == self) {
            return true;
        }
        ccwdevLock.lock();
        owner = self;
        return false;
    }

    private void leaveInterrupt(boolean nested) {
        if (!nested) {
            owner = null;
            ccwdevLock.unlock();
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
