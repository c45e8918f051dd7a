// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FsfNamesTest {
    /** The numbers of the C header, those of later levels included. */
    @ParameterizedTest
    @CsvSource({"1,PORT_CLOSED", "2,INCOMING_ELS", "3,SENSE_DATA_AVAIL", "4,BIT_ERROR_THRESHOLD", "5,LINK_DOWN", "6,LINK_UP",
        "9,NOTIFICATION_LOST", "12,FEATURE_UPDATE", "13,VERSION_CHANGE"})
    void anUnsolicitedStatusHasItsName(int type, String name) {
        assertEquals(name, FsfNames.status(type));
    }
}
