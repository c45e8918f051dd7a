// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.dbf.read.HexAsciiLine.Malformed;

class HexAsciiLineTest {
    private static final String GOOD = "00 01345678901:123456 3 - 0001 00000000014d3b1e  01 7c 20 ff 61 | .| .a";

    private static HexAsciiLine parse(String text) throws Malformed {
        return HexAsciiLine.parse(text, 5);
    }

    @Test
    void aLineOfTheKernel() throws Malformed {
        HexAsciiLine line = parse(GOOD);
        assertEquals(1_345_678_901_123_456L, line.micros);
        assertEquals(3, line.level);
        assertEquals(1, line.cpu);
        assertEquals("00000000014d3b1e", line.caller);
        assertArrayEquals(new byte[] {1, '|', ' ', -1, 'a'}, line.bytes);
    }

    /** Addresses are hidden from users; crash shows names, right-aligned or left-aligned, and modules. */
    @ParameterizedTest
    @ValueSource(strings = {"00000000014d3b1e ", "(ptrval) ", "<          zfcp_dbf_hba_fsf_res+0x1ee> ", "<zfcp_dbf_hba_fsf_res   +494> ",
        "<000003ff80123456> ", "<zfcp_dbf_rec_trig+0x12> [zfcp] ", "0000000000000000 "})
    void callersOfKernelsAndDumps(String caller) throws Malformed {
        assertEquals(5, parse(GOOD.replace("00000000014d3b1e ", caller)).bytes.length);
    }

    @Test
    void blanksAtTheEndMayBeGone() throws Malformed {
        String text = "00 01345678901:123456 3 - 0001 00000000014d3b1e  01 61 20 20 20 | .a";
        assertArrayEquals(new byte[] {1, 'a', ' ', ' ', ' '}, parse(text).bytes);
    }

    /** Wherever a line ends too early, it is refused; and so is what is behind it. */
    @Test
    void aLineThatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < GOOD.length(); length++) {
            String text = GOOD.substring(0, length);
            assertThrows(Malformed.class, () -> parse(text), text);
        }
        assertThrows(Malformed.class, () -> parse(GOOD + "x"));
    }

    /** A byte of the record may not differ from its text. */
    @Test
    void noDigitOfTheBytesMayChange() {
        int hex = GOOD.indexOf("  01") + 2;
        for (int at = hex; at < GOOD.indexOf(" | "); at++) {
            String text = GOOD.substring(0, at) + (GOOD.charAt(at) == '4' ? '5' : '4') + GOOD.substring(at + 1);
            if (at < hex + 2 || at >= hex + 9 && at < hex + 11) {
                continue; // A byte that is no character before may be none afterwards.
            }
            assertThrows(Malformed.class, () -> parse(text), text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"a\u0001junk ! byte 0x1", "kernel: hello ! no record",
        "00 01345678901:123456 7 - 0001 00000000014d3b1e  01 7c 20 ff 61 | .| .a ! level 7",
        "00 01345678901:123456 3 - 0001 00000000014d3b1e  01 7c 20 ff 61 62 | .| .ab ! longer",
        "00 01345678901:123456 3 - 0001 00000000014d3b1e  7c 20 ff 61 | | .a ! no byte in hex",
        "00 01345678901:123456 3 - 0001 00000000014d3b1e  01 7g 20 ff 61 | .| .a ! no byte in hex"})
    void whatIsWrongIsSaid(String text, String problem) {
        String message = assertThrows(Malformed.class, () -> parse(text)).getMessage();
        assertTrue(message.contains(problem), message);
    }
}
