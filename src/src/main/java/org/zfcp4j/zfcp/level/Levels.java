// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.level;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.zfcp4j.zfcp.def.Configuring;
import org.zfcp4j.zfcp.def.FailedSend;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.SenseResult;
import org.zfcp4j.zfcp.def.StatusNotifications;
import org.zfcp4j.zfcp.fsf.RequestGone;
import org.zfcp4j.zfcp.fsf.VersionChange;
import org.zfcp4j.zfcp.qdio.LayerScan;
import org.zfcp4j.zfcp.qdio.TaskletScan;
import org.zfcp4j.zfcp.scsi.BuiltSense;
import org.zfcp4j.zfcp.unit.LateLastPut;

/** The levels by their releases. The classes of a level are not loaded before it is asked for. */
public final class Levels {
    /** What the port is by default. */
    public static final String DEFAULT = "5.10";

    private static final Map<String, Supplier<Level>> ALL = all();

    private Levels() {
    }

    private static Map<String, Supplier<Level>> all() {
        Map<String, Supplier<Level>> all = new LinkedHashMap<>();
        all.put(DEFAULT, Levels::linux510);
        all.put("7.1", Levels::linux71);
        return all;
    }

    /** Linux 5.10.198. */
    public static Level linux510() {
        return new Level(DEFAULT, new LayerScan(), new StatusNotifications(), new FailedSend(), new Configuring(),
                new SenseResult(), true);
    }

    /** Linux 7.1.5. */
    public static Level linux71() {
        return new Level("7.1", new TaskletScan(), new VersionChange(), new RequestGone(), new LateLastPut(), new BuiltSense(),
                false);
    }

    /** In the order of time. */
    public static List<String> releases() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The level of that release.
     *
     * @throws IllegalArgumentException if there is none, with a message for the user that lists the releases
     */
    public static Level byRelease(String release) {
        Supplier<Level> level = ALL.get(release);
        if (level == null) {
            throw new IllegalArgumentException("no level \"" + release + "\"; there are " + String.join(", ", ALL.keySet()));
        }
        return level.get();
    }
}
