// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.zfcp4j.zfcp.def.PortSpeed;

/** Which ways the driver's code takes is seen, in a copy of it that is changed for that. */
class BranchesTest {
    /** Made in the copy: the numbers of the ways that one call takes. */
    public static final class Probe implements IntFunction<String> {
        @Override
        public String apply(int speed) {
            PortSpeed.convertPortspeed(speed);
            StringBuilder ways = new StringBuilder();
            Branches.taken(way -> ways.append(way).append(' '));
            return ways.toString();
        }
    }

    private static final IntFunction<?> PROBE = CopyLoader.plain(new BranchInstrumenter()).newInstance(Probe.class, IntFunction.class);

    @Test
    void theSameCallTakesTheSameWays() {
        PROBE.apply(1);
        assertEquals(PROBE.apply(1), PROBE.apply(1));
    }

    @Test
    void bothSidesOfAConditionHaveTheirNumbers() {
        PROBE.apply(1);
        Object some = PROBE.apply(1);
        Object none = PROBE.apply(0);
        assertNotEquals(some, none);
        assertTrue(some.toString().length() > 1 && none.toString().length() > 1, some + ", " + none);
    }

    @Test
    void whatIsNotChangedTellsNothing() {
        assertEquals("", new Probe().apply(1));
    }
}
