// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.AtomicFact;
import org.zfcp4j.parity.facts.CaseGroup;
import org.zfcp4j.parity.facts.ConstantUse;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LockFact;
import org.zfcp4j.parity.facts.SwitchFact;
import org.zfcp4j.parity.facts.TagFact;
import org.zfcp4j.parity.facts.TagUse;

/** What a body says. */
class FunctionsTest {
    @TempDir
    private Path directory;

    private SmallTree tree;

    @BeforeEach
    void setUp() {
        tree = new SmallTree(directory);
    }

    private FunctionFacts body(String text) throws BadTreeException {
        return tree.function("f", "#define RED 1\n#define BLUE 2\nvoid g(struct a *a, int c, char *tag) { }\nvoid h(void) { }\n"
                + "int f(struct a *a, unsigned long *flags)\n{\n" + text + "\n}\n");
    }

    @Test
    void theHeadOfAFunction() throws BadTreeException {
        FunctionFacts f = tree.function("f", "\nstatic inline\nconst struct a *f(const char *name, int (*cb)(void *, int), u8 map[4],"
                + " ...)\n{\n}\n");
        assertEquals(List.of("name", "cb", "map"), f.paramNames());
        assertEquals(List.of("const char *", "int (*)(void *, int)", "u8[4]"), f.paramTypes());
        assertEquals("const struct a *", f.returnType());
        assertEquals(List.of(2, 3, 5), List.of(f.place().line(), f.nameLine(), f.endLine()));
        assertEquals(List.of(true, true), List.of(f.isStatic(), f.inline()));
    }

    @Test
    void locksAndAtomics() throws BadTreeException {
        FunctionFacts f = body("""
                write_lock_irqsave(&a->lock, *flags);
                rcu_read_lock();
                atomic_or(RED | BLUE, &a->status);
                if (atomic_read(&a->status) & RED)
                    atomic_add_unless(&a->miss, -1, 0);
                set_bit(0, &a->bits);
                """);
        assertEquals(List.of(new LockFact("write_lock_irqsave", "&a->lock", 7), new LockFact("rcu_read_lock", "", 8)), f.locks());
        assertEquals(List.of(new AtomicFact("atomic_or", List.of("RED | BLUE", "&a->status"), 9),
                new AtomicFact("atomic_add_unless", List.of("&a->miss", "-1", "0"), 11),
                new AtomicFact("set_bit", List.of("0", "&a->bits"), 12)), f.atomics());
    }

    @Test
    void assignmentsToMembers() throws BadTreeException {
        FunctionFacts f = body("int x = 1; x = 2; a->status |= RED; a->b.c[1] = x; a->n++; *flags = 0;");
        assertEquals(List.of(new AssignmentFact("a->status", "status", "|=", "RED", 7),
                new AssignmentFact("a->b.c[1]", "c", "=", "x", 7), new AssignmentFact("a->n", "n", "++", "", 7)), f.assignments());
        assertEquals(1, f.statusAssignments().size());
    }

    @Test
    void functionsThatAreNamedWithoutACall() throws BadTreeException {
        FunctionFacts f = body("INIT_WORK(&a->work, h); a->run = g; h(); struct h *y; sizeof(struct h);");
        assertEquals(List.of("h", "g"), f.functionRefs());
    }

    @Test
    void constantsWithTheirPlaces() throws BadTreeException {
        FunctionFacts f = body("""
                if (a->x & RED)
                    g(a, RED | BLUE, "tag_1");
                a->y &= ~BLUE;
                return -RED;
                """);
        assertEquals(List.of("RED", "BLUE"), f.constants());
        assertEquals(List.of(new ConstantUse("RED", "", 0, true, 7), new ConstantUse("RED|BLUE", "g", 8, false, 8),
                new ConstantUse("~BLUE", "", 0, true, 9), new ConstantUse("-RED", "", 0, false, 10)), f.constantUses());
    }

    @Test
    void returnsThatAreSimple() throws BadTreeException {
        assertEquals(List.of("0", "-RED", "ERR_PTR(-RED)", "(expression)", "x"), body(
                "if (a) return 0; if (a) return -RED; if (a) return ERR_PTR(-RED); if (a) return x + 1; if (a) return 0; return x;")
                .returns());
    }

    @Test
    void switchesWithTheirGroups() throws BadTreeException {
        FunctionFacts f = body("""
                switch (a->kind) {
                case RED:
                case 7:
                    g(a, BLUE, "one");
                    /* fall through */
                case BLUE: {
                    h();
                    break;
                }
                default:
                    if (a)
                        return 1;
                    else
                        return 2;
                case 9:
                    h();
                }
                """);
        assertEquals(List.of(new SwitchFact("a->kind", 7, List.of(
                new CaseGroup(List.of("RED", "7"), 8, List.of("g"), List.of("one"), List.of("BLUE"), true),
                new CaseGroup(List.of("BLUE"), 12, List.of("h"), List.of(), List.of(), false),
                new CaseGroup(List.of("default"), 16, List.of(), List.of(), List.of(), false),
                new CaseGroup(List.of("9"), 21, List.of("h"), List.of(), List.of(), false)))), f.switches());
    }

    @Test
    void tagsAlsoThroughAVariableOrACondition() throws BadTreeException {
        FunctionFacts f = body("""
                char *dbf_tag = "first";
                if (a)
                    dbf_tag = "second";
                g(a, 0, dbf_tag);
                g(a, 0, a ? "yes" : "no");
                other("nothing");
                """);
        assertEquals(List.of(new TagUse("first", "g", 7, "tag"), new TagUse("second", "g", 9, "tag"), new TagUse("yes", "g", 11, "tag"),
                new TagUse("no", "g", 11, "tag")), f.tags());
    }

    @Test
    void aTagIsFollowedToItsRecord() throws BadTreeException {
        tree.with(SmallTree.ERP, """
                #define ZFCP_ERP_ACTION_REOPEN 3
                #define REC_TRIG 1
                void trig(char *tag, struct a *a, u8 want)
                {
                    static int const level = 4;
                    rec->id = REC_TRIG;
                    memcpy(rec->tag, tag, 7);
                    debug_event(dbf->rec, level, rec, sizeof(*rec));
                }
                void reopen(struct a *a, int clear, char *dbftag) { trig(dbftag, a, ZFCP_ERP_ACTION_REOPEN); }
                void f(struct a *a) { reopen(a, 0, "axsref1"); trig("direct", a, 0); }
                """);
        List<TagFact> tags = tree.facts().tags();
        assertEquals(List.of("axsref1 reopen rec 4 REC_TRIG ZFCP_ERP_ACTION_REOPEN", "direct trig rec 4 REC_TRIG "), tags.stream()
                .map(tag -> String.join(" ", tag.recordedAs(), tag.callee(), tag.area(), tag.level(), tag.recordId(), tag.erpWant()))
                .toList());
    }
}
