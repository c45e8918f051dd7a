// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.benchmarks.report.GeometryVerdict;
import org.zfcp4j.layout.Geometry;

class GeometryChecksTest {
    private static List<String> geometries() {
        return Suite.GEOMETRIES;
    }

    private static void assertAllExpected(List<GeometryVerdict> verdicts) {
        assertEquals(List.of(), verdicts.stream().filter(v -> !v.expected()).toList());
    }

    @Test
    void aGeometryIsChecked() throws IOException {
        List<GeometryVerdict> verdicts = new GeometryChecks(2).of("stride=64");
        assertAllExpected(verdicts);
        assertEquals(List.of("stride=64"), verdicts.stream().map(GeometryVerdict::geometry).distinct().toList());
        assertEquals("all 45 as expected", verdicts.get(0).outcome());
        assertTrue(verdicts.stream().anyMatch(v -> v.check().contains("check-then-dec") && v.outcome().startsWith("violated: ")),
                verdicts.toString());
    }

    /** Each of the matrix that bench measures. Where the driver puts signals off there is much more to search, so with fewer buffers. */
    @Tag("soak")
    @ParameterizedTest
    @MethodSource("geometries")
    void everyGeometryOfTheMatrixIsAsRightAsTheArchitectedOne(String geometry) throws IOException {
        assertAllExpected(new GeometryChecks(Geometry.parse(geometry).siga() == 1 ? 16 : 4).of(geometry));
    }
}
