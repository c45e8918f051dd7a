// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Consumer;

/**
 * The part of {@code struct device} that zfcp uses: a name, a parent and a reference count whose last put calls a release
 * function. A registered device holds a reference on its parent.
 */
public final class Device {
    private final Kernel kernel;
    private final String name;
    private final Device parent;
    private final Object container;
    private final AtomicInt refcount;
    private final Consumer<Device> release;
    private volatile Object driverData;

    /**
     * @param container what {@code container_of} yields in C
     * @param release called by the last put, after which the device is dead
     */
    public Device(Kernel kernel, String name, Device parent, Object container, Consumer<Device> release) {
        this.kernel = kernel;
        this.name = name;
        this.parent = parent;
        this.container = container;
        this.release = release;
        this.refcount = kernel.atomicInt("dev_ref", this, 1);
    }

    public String name() {
        return name;
    }

    public Device parent() {
        return parent;
    }

    public Object container() {
        return container;
    }

    /** {@code device_register}: 0, or an error of the environment, after which the caller puts its reference. */
    public int register() {
        if (parent != null) {
            parent.get();
        }
        return kernel.observer().deviceRegister(this);
    }

    /** {@code device_unregister}: drops the reference that creation gave. */
    public void unregister() {
        kernel.observer().deviceUnregister(this);
        put();
    }

    /** {@code get_device}: false, and no reference, once the last one is gone. */
    public boolean get() {
        return refcount.addUnless(1, 0);
    }

    /** {@code put_device}. */
    public void put() {
        if (refcount.decReturn() == 0) {
            kernel.observer().deviceRelease(this);
            release.accept(this);
            if (parent != null) {
                parent.put();
            }
        }
    }

    public int references() {
        return refcount.read();
    }

    /** {@code dev_get_drvdata}. */
    public Object driverData() {
        return driverData;
    }

    /** {@code dev_set_drvdata}. */
    public void setDriverData(Object data) {
        driverData = data;
    }
}
