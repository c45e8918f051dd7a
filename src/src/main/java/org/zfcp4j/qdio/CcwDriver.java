// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/**
 * {@code struct ccw_driver}: what common I/O calls in the driver of a device. All in process context, one call at a time for a
 * device except {@link #notify}.
 */
public interface CcwDriver {
    /** Called for each device of the driver's kind; 0 or a negative errno. */
    int probe(CcwDevice cdev);

    /** The device goes away: release all that belongs to it. */
    void remove(CcwDevice cdev);

    /** 0 or a negative errno. */
    int setOnline(CcwDevice cdev);

    /** 0 or a negative errno. */
    int setOffline(CcwDevice cdev);

    /** 1 if the driver takes care and wants to keep the device, 0 if not. */
    int notify(CcwDevice cdev, CioEvent event);

    /** The system goes down. */
    void shutdown(CcwDevice cdev);

    /** Before a suspend image is made; 0 or a negative errno. */
    int freeze(CcwDevice cdev);

    /** After the image was made, or could not be; 0 or a negative errno. */
    int thaw(CcwDevice cdev);

    /** After the system was resumed from the image; 0 or a negative errno. */
    int restore(CcwDevice cdev);
}
