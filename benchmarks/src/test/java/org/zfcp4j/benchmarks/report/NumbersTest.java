// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.0123456, 0.0123", "0.9994, 0.999", "0.9996, 1.00", "99.96, 100", "1234.5, '1,235'", "-2, -2.00", "NaN, –"})
    void threeDigitsAreShown(double value, String text) {
        assertEquals(text, Numbers.value(value));
    }
}
