// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bugs that a search of the whole driver finds. */
class ScenarioMutantTest {
    @ParameterizedTest
    @CsvSource({
        "zfcp/fsf/FsfCompletion, reqComplete, Timer, deleteSync, timerStays, FAILED",
        "zfcp/fsf/FsfCompletion, reqComplete, FsfReqs, reqFree, freeNot, references",
        "zfcp/fc/gs/WkaPortOps, wkaPortGet, AtomicInt, inc, countNot, references",
        "zfcp/fsf/OpenPort, openPortHandler, Device, put, putNot, references"})
    void isFound(String inClass, String inMethod, String owner, String name, String to, String symptom) throws ReflectiveOperationException {
        MutantLoader loader = new MutantLoader(List.of(new Mutation(inClass, inMethod, owner, name, to)));
        String found = loader.hunt(ScenarioHunt.class, "");
        assertTrue(loader.applied() > 0, "calls redirected");
        assertTrue(found.startsWith(symptom + ": "), found);
    }

    @Test
    void withoutMutationNothingIsFound() throws ReflectiveOperationException {
        assertEquals("", new MutantLoader(List.of()).hunt(ScenarioHunt.class, ""));
    }
}
