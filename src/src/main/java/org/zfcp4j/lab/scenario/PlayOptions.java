// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.level.Levels;

/**
 * What the user asked for.
 *
 * @param srbLimit status read buffers that the channel tolerates, 0 for as many as it asks for
 * @param faults rules that the channel has from the start
 * @param real threads and the wall clock
 * @param level which Linux the driver is of
 * @param blockTargetsMillis how long deleting a remote port sleeps in the FC transport; negative for as long as the moment says
 * @param startMicros the time of day at which virtual time begins, in microseconds since 1970
 * @param parts how much of the script is played
 */
public record PlayOptions(int srbLimit, List<Fault> faults, boolean real, Level level, int blockTargetsMillis,
        long startMicros, Parts parts) {
    /** For what the moment says. */
    public static final int BY_MOMENT = -1;
    /** Nothing in particular. */
    public static final PlayOptions NONE = new PlayOptions(0, List.of(), false, Levels.linux510());

    /** Remote ports are deleted as the moment says. */
    public PlayOptions(int srbLimit, List<Fault> faults, boolean real, Level level) {
        this(srbLimit, faults, real, level, BY_MOMENT);
    }

    /** Virtual time begins when it always does. */
    public PlayOptions(int srbLimit, List<Fault> faults, boolean real, Level level, int blockTargetsMillis) {
        this(srbLimit, faults, real, level, blockTargetsMillis, WorldConfig.DEFAULT_START_MICROS, Parts.ALL);
    }

    /** The same with another part of the script. */
    public PlayOptions with(Parts other) {
        return new PlayOptions(srbLimit, faults, real, level, blockTargetsMillis, startMicros, other);
    }
}
