// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Constants of the port have the values that C has under these names, and a port uses those that its function uses. */
class NumbersTest {
    private final Driver driver = Driver.get();
    private final Numbers numbers = new Numbers(driver.facts, driver.classes);

    @Test
    void constantsHaveTheValuesOfC() {
        Map<String, Boolean> same = numbers.sameValues();
        assertEquals(List.of(), same.keySet().stream().filter(name -> !same.get(name)).toList());
        assertTrue(same.size() > 600, "constants found: " + same.size());
    }

    @Test
    void aPortUsesTheNumbersOfItsFunction() {
        Explained explained = new Explained("/parity/explained-numbers.txt");
        for (Driver.Pair pair : driver.pairs()) {
            explained.check(pair.function().key(), pair.method().label(),
                    Numbers.difference(numbers.ofC(pair.function()), numbers.ofPort(pair.method())));
        }
        assertEquals(List.of(), explained.problems());
    }
}
