// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The threads of the virtual kernel run one at a time, however late a thread gets its processor back. */
class HandOverTest {
    @Test
    void whoHasHandedControlOverTakesNoPartInTheEndOfTheRun() throws ReflectiveOperationException {
        MutantLoader loader = new MutantLoader(List.of(
            new Mutation("kernel/virtual/Task", "resume", "LockSupport", "unpark", "unparkLate")));
        assertEquals("", loader.hunt(HandOverHunt.class, ""));
        assertTrue(loader.applied() > 0, "calls redirected");
    }
}
