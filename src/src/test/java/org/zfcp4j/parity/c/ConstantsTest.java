// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;

/** Macros and enumerators have the values and the types that C gives them. */
class ConstantsTest {
    @TempDir
    private Path directory;

    private SmallTree tree;

    @BeforeEach
    void setUp() {
        tree = new SmallTree(directory);
    }

    private DriverFacts facts(String text) throws BadTreeException {
        return tree.with(SmallTree.FSF_H, text).with("drivers/s390/scsi/zfcp_fsf.c", "#include \"zfcp_fsf.h\"\n").facts();
    }

    /** Value, size and signedness of a macro with that body. */
    private String of(String body) throws BadTreeException {
        ConstantFact x = facts("#define PAGE_SIZE (1UL << 12)\nstruct t { unsigned char a[6]; };\n#define MAX(a, b) ((a) > (b) ? (a) : (b))\n"
                + "#define X " + body + "\n").constant("X");
        return x.value() == null ? x.kind() : x.value() + (x.signed() ? " s" : " u") + x.size();
    }

    @Test
    void anIntegerConstantHasTheTypeThatItFitsInto() throws BadTreeException {
        assertEquals(List.of("1 s4", "2147483647 s4", "2147483648 s8", "4294967295 u4", "1 u4", "1 s8", "18446744073709551615 u8",
                "8 s4"), List.of(of("1"), of("2147483647"), of("2147483648"), of("0xffffffff"), of("1U"), of("1L"),
                of("0xffffffffffffffffULL"), of("010")));
    }

    @Test
    void operandsAreConverted() throws BadTreeException {
        assertEquals(List.of("-1 s4", "4294967295 u4", "18446744073709551615 u8", "1 s4", "0 s4", "4294967294 u4", "255 u1"),
                List.of(of("~0"), of("~0U"), of("~0UL"), of("-1 < 0"), of("-1 < 0U"), of("-2 + 0U"), of("((unsigned char) -1)")));
    }

    @Test
    void operatorsBindAsInC() throws BadTreeException {
        assertEquals(List.of("7 s4", "1 s4", "6 s4", "5 s4", "3 s4", "1 s4"), List.of(of("1 + 2 * 3"), of("1 | 2 == 3"),
                of("1 << 2 | 2"), of("0 ? 4 : 1 ? 5 : 6"), of("7 & 3"), of("!0 && (2 || 0)")));
    }

    @Test
    void sizesAndFunctionLikeMacrosAreEvaluated() throws BadTreeException {
        assertEquals(List.of("4080 u8", "6 u8", "9 s4", "12 u8"), List.of(of("(PAGE_SIZE - 16)"), of("sizeof(struct t)"), of("MAX(3, 9)"),
                of("sizeof(struct t[2])")));
    }

    @Test
    void whatIsNoConstantHasNoValue() throws BadTreeException {
        assertEquals(List.of("non-constant macro", "non-constant macro", "non-constant macro", "empty macro"), List.of(of("(1 / 0)"), of("unheard_of"),
                of("{ 1, 2 }"), of("")));
    }

    @Test
    void aMacroThatNamesItselfEnds() throws BadTreeException {
        assertEquals("non-constant macro", of("X + 1"));
        assertNull(facts("#define A B B\n#define B A A\n").constant("A").value());
    }

    @Test
    void stringsAreJoined() throws BadTreeException {
        assertEquals("\u00016zfcp", facts("#define SOH \"\\001\"\n#define X SOH \"6\" \"zfcp\"\n").constant("X").text());
    }

    @Test
    void enumeratorsCount() throws BadTreeException {
        DriverFacts facts = facts("enum e { A, B = 5, C, D = 1UL << 31 };\nenum { E = B };\n");
        assertEquals(List.of(0L, 5L, 6L, 0x80000000L, 5L), List.of("A", "B", "C", "D", "E").stream()
                .map(name -> facts.constant(name).value().longValue()).toList());
        assertEquals(List.of("e", 2, false, 4), List.of(facts.constant("C").enumName(), facts.constant("C").order(),
                facts.constant("D").signed(), facts.constant("D").size()));
    }

    @Test
    void theDefinitionThatHoldsCounts() throws BadTreeException {
        assertEquals("2 s4", of("1\n#undef X\n#define X 2"));
        assertEquals("4 s4", of("4\n#ifndef X\n#define X 5\n#endif"));
    }
}
