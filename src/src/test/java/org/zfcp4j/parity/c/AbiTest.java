// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.BitFieldFact;
import org.zfcp4j.parity.facts.FieldFact;
import org.zfcp4j.parity.facts.LayoutFact;

/** The rules by which s390x lays out structures. */
class AbiTest {
    @TempDir
    private Path directory;

    private SmallTree tree;

    @BeforeEach
    void setUp() {
        tree = new SmallTree(directory);
    }

    private LayoutFact layout(String text) throws BadTreeException {
        return tree.layout("s", text);
    }

    /** Path, offset and size of each field. */
    private static List<String> places(LayoutFact layout) {
        return layout.fields().stream().map(field -> field.path() + " " + field.offset() + "+" + field.size()).toList();
    }

    private static FieldFact field(LayoutFact layout, String path) {
        return layout.fields().stream().filter(field -> field.path().equals(path)).findAny().orElseThrow();
    }

    /** First bit and number of bits of each bit field. */
    private static List<String> bits(LayoutFact layout) {
        return layout.fields().stream().filter(field -> field.bits() != null)
                .map(field -> field.path() + " " + field.bits().bitOffsetFromStart() + "+" + field.bits().bitSize()).toList();
    }

    private static List<Integer> sizeAndAlign(LayoutFact layout) {
        return List.of(layout.size(), layout.align());
    }

    @Test
    void membersAreNaturallyAligned() throws BadTreeException {
        LayoutFact s = layout("struct s { u8 a; u16 b; u8 c; u64 d; long e; void *f; char g; int h; bool i; };");
        assertEquals(List.of("a 0+1", "b 2+2", "c 4+1", "d 8+8", "e 16+8", "f 24+8", "g 32+1", "h 36+4", "i 40+1"), places(s));
        assertEquals(List.of(48, 8), sizeAndAlign(s));
        assertEquals(List.of(new LayoutFact.Gap(8, 8), new LayoutFact.Gap(40, 24), new LayoutFact.Gap(264, 24),
                new LayoutFact.Gap(328, 56)), s.gaps());
    }

    @Test
    void packedMembersHaveNoGaps() throws BadTreeException {
        LayoutFact s = layout("struct s { u8 a; u64 b; struct { u8 c; u32 d; } e; } __packed;");
        assertEquals(List.of("a 0+1", "b 1+8", "e 9+8", "e.c 9+1", "e.d 13+4"), places(s));
        assertEquals(List.of(17, 1), sizeAndAlign(s));
        assertTrue(s.packed());
    }

    @Test
    void packedAndAlignedGoTogetherInAnySpelling() throws BadTreeException {
        assertEquals(List.of(8, 4), sizeAndAlign(layout("struct s { u8 a; u32 b; } __packed __aligned(4);")));
        assertEquals(List.of(16, 16), sizeAndAlign(layout("struct s { u8 a; u32 b; } __attribute__ ((packed, aligned(16)));")));
        assertEquals(List.of(256, 256), sizeAndAlign(layout("struct s { u8 a; } ____cacheline_aligned;")));
        assertEquals(List.of(5, 1), sizeAndAlign(layout("struct __attribute__((__packed__)) s { u8 a; u32 b; };")));
    }

    @Test
    void aMemberMayStateItsAlignment() throws BadTreeException {
        LayoutFact s = layout("struct s { u8 a; u8 b __aligned(8); u8 c __attribute__((aligned(2))); };");
        assertEquals(List.of("a 0+1", "b 8+1", "c 10+1"), places(s));
        assertEquals(List.of(16, 8), sizeAndAlign(s));
    }

    @Test
    void bitFieldsBeginAtTheMostSignificantBit() throws BadTreeException {
        LayoutFact s = layout("struct s { u32 a : 1; u32 b : 7; u32 c : 12; u32 d : 12; };");
        assertEquals(List.of("a 0+1", "b 1+7", "c 8+12", "d 20+12"), bits(s));
        assertEquals(new BitFieldFact(1, 0, 0, 7, 0x80, 0, 4, 31, 0x80000000L), field(s, "a").bits());
        assertEquals(new BitFieldFact(12, 0, 8, 4, 0xfff0, 0, 4, 12, 0xfff000), field(s, "c").bits());
        assertEquals(new BitFieldFact(12, 4, 20, 0, 0xfff, 0, 4, 0, 0xfff), field(s, "d").bits());
        assertEquals(List.of(4, 4), sizeAndAlign(s));
    }

    @Test
    void aBitFieldDoesNotStraddleItsType() throws BadTreeException {
        LayoutFact s = layout("struct s { u16 a : 10; u16 b : 10; u8 c : 4; u32 d : 20; };");
        assertEquals(List.of("a 0+10", "b 16+10", "c 26+4", "d 32+20"), bits(s));
        assertEquals(List.of(8, 4), sizeAndAlign(s));
    }

    @Test
    void aPackedBitFieldMayStraddle() throws BadTreeException {
        LayoutFact s = layout("struct s { u16 a : 10; u16 b : 10; u32 c : 20; } __packed;");
        assertEquals(List.of("a 0+10", "b 10+10", "c 20+20"), bits(s));
        assertEquals(List.of(5, 1), sizeAndAlign(s));
    }

    @Test
    void bitFieldsShareAUnitWithWhatStandsBefore() throws BadTreeException {
        LayoutFact s = layout("struct s { u8 a; u32 b : 8; u32 c : 16; u8 d; };");
        assertEquals(List.of("b 8+8", "c 16+16"), bits(s));
        assertEquals(4, field(s, "d").offset());
    }

    @Test
    void bitFieldsWithoutANameFillUpAndOneOfNoWidthEndsTheUnit() throws BadTreeException {
        LayoutFact s = layout("struct s { u32 a : 3; u32 : 5; u32 b : 2; u32 : 0; u32 c : 1, : 4, d : 2; unsigned int : 3; };");
        assertEquals(List.of("a 0+3", "b 8+2", "c 32+1", "d 37+2"), bits(s));
        assertEquals(new LayoutFact.Gap(3, 5), s.gaps().get(0));
        assertEquals(List.of(2, 1), sizeAndAlign(layout("struct s { u8 a; u32 : 8; };")));
    }

    @Test
    void membersOfAUnionOverlap() throws BadTreeException {
        LayoutFact s = layout("union s { u8 a; struct { u16 b; u32 c; } d; u16 e[3]; u32 f : 4; };");
        assertEquals(List.of("a 0+1", "d 0+8", "d.b 0+2", "d.c 4+4", "e 0+6", "f 0+1"), places(s));
        assertEquals(List.of(8, 4), sizeAndAlign(s));
        assertTrue(s.fields().stream().allMatch(FieldFact::inUnion));
    }

    @Test
    void membersOfWhatHasNoNameBelongToTheStructureAround() throws BadTreeException {
        LayoutFact s = layout("struct s { u8 a; union { u32 b; struct { u16 c; u16 d; }; }; u8 e; };");
        assertEquals(List.of("a 0+1", "b 4+4", "c 4+2", "d 6+2", "e 8+1"), places(s));
        assertEquals("a false, b true, c true, d true, e false", String.join(", ",
                s.fields().stream().map(field -> field.path() + " " + field.inUnion()).toList()));
    }

    @Test
    void flexibleArraysHaveNoSize() throws BadTreeException {
        LayoutFact s = layout("struct t { u8 x; u32 y; }; struct s { u16 n; struct t a[]; };");
        assertEquals(List.of("n 0+2", "a 4+0", "a[].x 4+1", "a[].y 8+4"), places(s));
        assertTrue(field(s, "a").array().flexible());
        assertEquals(List.of(new FieldFact.Stride(0, 8)), field(s, "a[].y").strides());
        assertTrue(field(layout("struct s { u16 n; u8 a[0]; };"), "a").array().flexible());
    }

    @Test
    void arraysOfSeveralDimensionsCountTheirElements() throws BadTreeException {
        FieldFact a = field(layout("struct s { u16 a[3][4]; };"), "a");
        assertEquals(List.of(24, 12, 2), List.of(a.size(), a.array().count(), a.array().elementSize()));
    }

    @Test
    void lengthsAreConstantExpressions() throws BadTreeException {
        LayoutFact s = layout("""
                #define BITS 16
                #define ROUND(x, n) (((x) + (n) - 1) / (n) * (n))
                enum sizes { FIRST = 3, SECOND, THIRD = FIRST * 4 };
                struct t { u32 a; u64 b; };
                struct s {
                    u8 a[ROUND(BITS, 6)];
                    u8 b[64 - sizeof(struct t)];
                    u8 c[sizeof(u32) > 4 ? 1 : 2];
                    u8 d[(u8)0x102];
                    u8 e[SECOND + THIRD];
                    u8 f[sizeof(((struct t *)0)->b)];
                    u8 g[1 << 2 | 'A' % 2];
                    u8 h[~0U >> 30];
                };
                """);
        assertEquals(List.of(18, 48, 2, 2, 16, 8, 5, 3), s.fields().stream().map(FieldFact::size).toList());
    }

    @Test
    void enumerationsHaveFourBytesAndPointersEight() throws BadTreeException {
        LayoutFact s = layout("enum e { A }; struct u; struct s { enum e a; struct u *b; void (*c)(int); char *d[2]; };");
        assertEquals(List.of("a 0+4", "b 8+8", "c 16+8", "d 24+16"), places(s));
        assertEquals(List.of("enum", "pointer", "pointer", "array"), s.fields().stream().map(FieldFact::kind).toList());
    }

    @Test
    void typeDefinitionsAreResolvedInWhateverHeaderTheyStand() throws BadTreeException {
        tree.with("include/linux/more.h", "typedef struct { int counter; } atomic_t;\ntypedef u16 __be16;\n"
                + "typedef struct other { __be16 x; } other_t;\n");
        LayoutFact s = layout("#include <linux/more.h>\nstruct s { u8 z; atomic_t a; __be16 b; other_t c[2]; };");
        assertEquals(List.of("z 0+1", "a 4+4", "b 8+2", "c 10+4"), places(s));
        assertTrue(field(s, "a").opaque());
        assertEquals("__be16", field(s, "b").type());
    }

    @Test
    void aTypeThatIsNowhereDefinedLeavesTheSizeOpen() throws BadTreeException {
        LayoutFact s = layout("struct s { u8 a; struct unheard_of b; u8 c; };");
        assertEquals(-1, s.size());
        assertNull(field(s, "b").bits());
        assertTrue(field(s, "b").opaque());
        LayoutFact bits = layout("struct s { nowhere a:3; nowhere :5; };");
        assertEquals(List.of(-1, "nowhere"), List.of(bits.size(), field(bits, "a").type()));
    }

    @Test
    void aStructureThatContainsItselfEnds() throws BadTreeException {
        assertEquals(-1, layout("struct t { struct s a; }; struct s { struct t b; };").size());
    }
}
