// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every function of the driver has its method, or a reason why it has none; never both. */
class FunctionsTest {
    /** Two of the interface that the CCW layer knows a driver by, the refill at one of its moments, and two functions in one. */
    private static final Set<String> OTHER_NAMES = Set.of("CcwOps.freeze", "CcwOps.restore", "StatusReadRefill.initialRefill",
            "DbfAdapter.adapterUnregister");

    private final Driver driver = Driver.get();

    @Test
    void noFunctionIsForgotten() {
        List<String> forgotten = driver.functions().stream().map(CFacts.Function::key)
                .filter(key -> !driver.ported().contains(key) && !driver.leftOut.containsKey(key)).toList();
        assertEquals(List.of(), forgotten);
        assertTrue(driver.functions().size() > 350, "functions in the facts: " + driver.functions().size());
    }

    @Test
    void theListOfWhatIsLeftOutIsNotStale() {
        List<String> wrong = new ArrayList<>();
        driver.leftOut.forEach((key, reason) -> {
            if (driver.ported().contains(key) || !driver.facts.functions().containsKey(key) || reason.isBlank()) {
                wrong.add(key);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyAnnotationNamesAFunctionOfThatFile() {
        List<String> unknown = driver.ported().stream()
                .filter(key -> (key.startsWith("zfcp_") || key.startsWith("qdio")) && !driver.facts.functions().containsKey(key))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void aPortIsNamedAfterItsFunction() {
        List<String> wrong = new ArrayList<>();
        for (Driver.Pair pair : driver.pairs()) {
            String words = pair.function().name().replaceAll("^_*zfcp_", "").replace("_", "");
            String method = pair.method().node().name.toLowerCase(Locale.ROOT).replaceAll("locked$", "");
            if (!words.contains(method) && !OTHER_NAMES.contains(pair.method().label())) {
                wrong.add(pair.function().key() + " " + pair.method().label());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
