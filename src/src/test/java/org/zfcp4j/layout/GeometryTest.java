// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
    @Test
    void withoutAWordItIsTheArchitectedOne() {
        assertEquals(Geometry.ARCHITECTED, Geometry.parse(""));
        assertTrue(Geometry.parse(" ").isArchitected());
        assertEquals("architected", Geometry.ARCHITECTED.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stride=64", "sbals=256,sbales=32", "order=little", "placement=spread", "placement=huge", "coalesce=4", "siga=4",
        "stride=4096,sbals=1024,sbales=8,order=little,placement=spread,coalesce=1024,siga=128"})
    void textAndGeometryAreTheSame(String text) {
        assertEquals(text, Geometry.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stride", "stride=", "stride=0", "stride=3", "stride=8192", "stride=99999999999", "stride=-1", "sbals=64",
        "sbals=129", "sbales=4", "order=middle", "placement=", "placement=hug", "coalesce=0", "siga=129", "colour=red", ",", "stride=1,,sbals=128"})
    void nonsenseIsRefusedInOneLine(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Geometry.parse(text)).getMessage();
        assertTrue(message.startsWith("geometry: ") && message.lines().count() == 1, message);
    }

    @Test
    void theTestsRunInTheArchitectedOne() {
        assertEquals(Geometry.ARCHITECTED, Geometry.CURRENT);
    }
}
