// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.zfcp.adapter.CancelAtClose;
import org.zfcp4j.zfcp.level.Levels;

/** Runs of the kitchen sink, among 100,000 seeds of each level, in which a checker blamed the driver for what it does rightly. */
class FalseAlarmTest {
    @ParameterizedTest
    @CsvSource({
        "5.10, 22488, who asks for a port scan has looked at its time before another one began",
        "5.10, 77028, the same",
        "5.10, 9284, a port that a running scan has just found is not yet recovered",
        "5.10, 92766, the same",
        "5.10, 20528, the driver has shut the adapter down for an answer that it does not know",
        "5.10, 69296, an FCP command is sent while the queues are closed",
        "5.10, 98716, the same",
        "5.10, 24039, an administrator asks for a recovery while one runs that a fault has begun",
        "5.10, 40625, the same",
        "5.10, 29142, bit errors that are reported late shut the adapter down once more",
        "5.10, 41772, the same",
        "7.1, 29571, status that was pending when the subchannel was cleared is gone",
        "7.1, 43319, the same",
        "7.1, 67966, the same"})
    void nothingIsReported(String level, long seed, String why) {
        PlayOptions none = PlayOptions.NONE;
        Player player = new Player(new PlayOptions(none.srbLimit(), none.faults(), none.real(), Levels.byRelease(level)));
        Moment sink = Scenarios.byName("kitchen-sink").moments().get(0);
        assertEquals(List.of(), player.seeded(sink, new CancelAtClose(), seed).result().findings(), why);
    }
}
