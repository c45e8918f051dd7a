// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.CcwDriver;
import org.zfcp4j.qdio.CioEvent;

/** The driver's callbacks as events, as far as the recordings have them. */
final class CcwEvents implements CcwDriver {
    private final ReplayWorld world;
    private final CcwDriver driver;

    CcwEvents(ReplayWorld world, CcwDriver driver) {
        this.world = world;
        this.driver = driver;
    }

    private JsonObject event(CcwDevice cdev, String op) {
        return world.recorder().event("ccw", world.indexOf(cdev.busId()), op);
    }

    private void emit(JsonObject event) {
        world.recorder().emit(event);
    }

    @Override
    public int probe(CcwDevice cdev) {
        return driver.probe(cdev);
    }

    @Override
    public void remove(CcwDevice cdev) {
        emit(event(cdev, "remove"));
        driver.remove(cdev);
        world.removed();
        emit(event(cdev, "remove_done"));
    }

    @Override
    public int setOnline(CcwDevice cdev) {
        emit(event(cdev, "set_online"));
        int rc = driver.setOnline(cdev);
        emit(event(cdev, "set_online_done").add("rc", rc));
        return rc;
    }

    @Override
    public int setOffline(CcwDevice cdev) {
        emit(event(cdev, "set_offline"));
        int rc = driver.setOffline(cdev);
        emit(event(cdev, "set_offline_done").add("rc", rc));
        return rc;
    }

    @Override
    public int notify(CcwDevice cdev, CioEvent event) {
        emit(event(cdev, "notify").add("event", number(event)));
        return driver.notify(cdev, event);
    }

    /** The numbers of {@code enum cio_event}, hence of the recordings. */
    private static int number(CioEvent event) {
        return switch (event) {
            case GONE -> 1;
            case NO_PATH -> 2;
            case OPER -> 4;
            case BOXED -> 16;
        };
    }

    /** The event with this number, or null. */
    static CioEvent byNumber(int number) {
        for (CioEvent event : CioEvent.values()) {
            if (number(event) == number) {
                return event;
            }
        }
        return null;
    }

    @Override
    public void shutdown(CcwDevice cdev) {
        driver.shutdown(cdev);
    }

    @Override
    public int freeze(CcwDevice cdev) {
        return driver.freeze(cdev);
    }

    @Override
    public int thaw(CcwDevice cdev) {
        return driver.thaw(cdev);
    }

    @Override
    public int restore(CcwDevice cdev) {
        return driver.restore(cdev);
    }
}
