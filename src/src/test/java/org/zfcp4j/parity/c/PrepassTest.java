// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;

/** What kernel sources write and the grammar of C does not know. */
class PrepassTest {
    @TempDir
    private Path directory;

    private SmallTree tree;

    @BeforeEach
    void setUp() {
        tree = new SmallTree(directory);
    }

    private static List<String> calls(FunctionFacts function) {
        return function.calls().stream().map(CallFact::callee).toList();
    }

    private static List<String> lines(FunctionFacts function) {
        return function.calls().stream().map(call -> call.callee() + ":" + call.line()).toList();
    }

    private FunctionFacts function(String text) throws BadTreeException {
        return tree.function("f", text);
    }

    @Test
    void theVersionIsThatOfTheMakefile() throws BadTreeException {
        assertEquals("9.8.7", tree.facts().version());
    }

    @Test
    void carriageReturnsLeaveLinesAsTheyAre() throws BadTreeException {
        FunctionFacts f = function("\r\nvoid f(void)\r\n{\r\n\tg();\r\n}\r\n");
        assertEquals(List.of("g:4"), lines(f));
        assertEquals(5, f.endLine());
    }

    @Test
    void aStringThatIsNotAsciiMovesNothing() throws BadTreeException {
        assertEquals(List.of("g:3", "h:3"), lines(function("/* \u00fc */\nvoid f(void) {\n\tg(\"\u00c3\u00bc\"); h(); }\n")));
    }

    @Test
    void commentsVanishAlsoBetweenTokens() throws BadTreeException {
        assertEquals(List.of("g:4"),
                lines(function("void f(void) // g();\n{ /* if (x) {\n } */\n\tg/**/(/* , */1);\n}\n")));
    }

    @Test
    void aBranchOfAConditionThatDoesNotHoldIsEmptyLines() throws BadTreeException {
        FunctionFacts f = function("""
                #define TWO 2
                void f(void) {
                #if defined(CONFIG_64BIT) && TWO == 2
                    a();
                #else
                    b(;
                #endif
                #ifdef CONFIG_ZFCP_UNHEARD_OF
                    c(;
                #elif IS_ENABLED(CONFIG_ZFCP)
                    d();
                #else
                    e(;
                #endif
                #if 0
                #if 1
                    x(;
                #else
                    y(;
                #endif
                    z(;
                #endif
                    g();
                }
                """);
        assertEquals(List.of("a:4", "d:11", "g:23"), lines(f));
    }

    @Test
    void macrosOfOneFileAreUnknownInTheNext() throws BadTreeException {
        tree.with("drivers/s390/scsi/zfcp_aux.c", "#define ONLY_HERE 1\n#define pr_fmt(x) x\n");
        DriverFacts facts = tree.with(SmallTree.ERP, "#ifdef ONLY_HERE\nvoid f(void) { }\n#endif\n").facts();
        assertNull(facts.function("f"));
        assertEquals(1, facts.constant("ONLY_HERE").value().intValue());
    }

    @Test
    void headersAreFoundWhereTheKernelLooksForThem() throws BadTreeException {
        tree.with("include/asm-generic/param.h", "#define HZ CONFIG_HZ\n");
        tree.with("arch/s390/include/asm/page.h", "#define PAGE_SIZE (1UL << 12)\n");
        tree.with("include/uapi/linux/stat.h", "#define S_IRUSR 00400\n");
        tree.with(SmallTree.ERP, "#include <asm/param.h>\n#include <asm/page.h>\n#include <linux/stat.h>\n"
                + "#include <linux/not_there.h>\nint f(void) { return HZ + PAGE_SIZE + S_IRUSR; }\n");
        DriverFacts facts = tree.facts();
        assertEquals(List.of("HZ", "PAGE_SIZE", "S_IRUSR"), facts.function("f").constants());
        assertEquals(List.of(100L, 4096L, 256L), facts.function("f").constants().stream()
                .map(name -> facts.constant(name).value().longValue()).toList());
    }

    @Test
    void annotationsAreLeftOut() throws BadTreeException {
        FunctionFacts f = function("""
                static int __init f(struct s __user *p, int n)
                    __must_hold(&lock) __releases(&other)
                {
                    return g(p, n);
                }
                """);
        assertEquals(List.of("p", "n"), f.paramNames());
        assertTrue(f.isStatic());
        assertEquals("int", f.returnType());
        assertEquals(List.of("g"), calls(f));
    }

    @Test
    void loopsThatMacrosMakeAreLoops() throws BadTreeException {
        FunctionFacts f = function("""
                void f(struct a *a) {
                    list_for_each_entry(p, &a->list, list)
                        g(p);
                    if (a)
                        shost_for_each_device(s, a->host) {
                            for_each_sg(x, y, z, i)
                                h(s);
                        }
                    i();
                }
                """);
        assertEquals(List.of("list_for_each_entry:2", "g:3", "shost_for_each_device:5", "for_each_sg:6", "h:7", "i:9"), lines(f));
    }

    @Test
    void aTypeMayBeAnArgumentOfAMacro() throws BadTreeException {
        FunctionFacts f = function("""
                void f(void) {
                    g(container_of(w, struct zfcp_port, work), va_arg(ap, unsigned long), max_t(struct x *, a, b));
                    h(offsetof(struct y, m.n[0]), sizeof(struct z));
                }
                """);
        assertEquals(List.of("g", "container_of", "va_arg", "max_t", "h", "offsetof"), calls(f));
        assertEquals(List.of("w", "struct zfcp_port", "work"), f.calls().get(1).arguments());
        assertEquals(List.of("ap", "unsigned long"), f.calls().get(2).arguments());
        assertEquals(List.of("struct x *", "a", "b"), f.calls().get(3).arguments());
    }

    @Test
    void aDeclarationThatAMacroMakesIsNoFunction() throws BadTreeException {
        tree.with(SmallTree.ERP, """
                static DEFINE_SPINLOCK(lock);
                static DECLARE_WAIT_QUEUE_HEAD(queue);
                module_param_named(x, y, bool, 0400);
                MODULE_LICENSE("GPL")
                void f(void) { LIST_HEAD(head); g(); }
                EXPORT_SYMBOL_GPL(f);
                void h(void) { }
                """);
        DriverFacts facts = tree.facts();
        assertEquals(List.of("f", "h"), facts.functions().stream().map(FunctionFacts::name).toList());
        assertTrue(facts.function("f").exported());
        assertFalse(facts.function("h").exported());
        assertEquals(List.of("LIST_HEAD", "g"), calls(facts.function("f")));
    }

    @Test
    void inlineAssemblerIsLeftOut() throws BadTreeException {
        FunctionFacts f = function("""
                int f(void) {
                    register unsigned long r0 asm("0") = 1;
                    asm volatile(
                        "   lgr %0,%1\\n"
                        : "=d" (a) : "d" (b) : "cc");
                    return g(r0);
                }
                """);
        assertEquals(List.of("g:6"), lines(f));
    }

    @Test
    void functionsThatAMacroMakesHaveTheLineOfItsUse() throws BadTreeException {
        FunctionFacts f = function("""
                #define ATTR(_name, _format, _value) \\
                static ssize_t show_##_name(struct device *dev, char *buf) \\
                { \\
                    return sprintf(buf, _format, _value); \\
                } \\
                static DEVICE_ATTR(_name, 0444, show_##_name, NULL)

                ATTR(status, "%d\\n",
                     atomic_read(&adapter->status));
                void f(void) { }
                """.replace("void f", "ATTR(other, \"x\", 1);\nvoid f"));
        assertEquals("", f.generatedBy());
        FunctionFacts made = tree.facts().function("show_status");
        assertNotNull(made);
        assertEquals("ATTR", made.generatedBy());
        assertEquals(List.of("sprintf:8", "atomic_read:8"), lines(made));
        assertEquals(List.of(8, 8), List.of(made.place().line(), made.endLine()));
        assertNotNull(tree.facts().function("show_other"));
    }

    @Test
    void aMemberInParenthesesIsCalledAndATypeInParenthesesCasts() throws BadTreeException {
        FunctionFacts f = function("void f(void) { (p->go)(x); (u16)(y); ops.stop(z); (*p->table[1].run)(x); }\n");
        assertEquals(List.of("->go", "->stop"), calls(f).subList(0, 2));
        assertFalse(calls(f).contains("u16"));
    }

    @Test
    void anAttributeBehindAMacroIsOne() throws BadTreeException {
        assertEquals(3, tree.layout("s", "#define TIGHT __attribute__((packed))\nstruct s { u8 a; u16 b; } TIGHT;\n").size());
    }

    @Test
    void membersThatMacrosMakeAreExpanded() throws BadTreeException {
        List<String> paths = tree.layout("s", """
                #define __struct_group(TAG, NAME, ATTRS, MEMBERS...) \\
                    union { struct { MEMBERS } ATTRS; struct TAG { MEMBERS } ATTRS NAME; } ATTRS
                #define struct_group(NAME, MEMBERS...) __struct_group(, NAME, , MEMBERS)
                #define __DECLARE_FLEX_ARRAY(TYPE, NAME) struct { struct { } __empty_ ## NAME; TYPE NAME[]; }
                #define DECLARE_FLEX_ARRAY(TYPE, NAME) __DECLARE_FLEX_ARRAY(TYPE, NAME)
                struct s {
                    struct_group(both, u32 a; u32 b;);
                    union { u8 raw; DECLARE_FLEX_ARRAY(u16, more); };
                    u32 n __counted_by(a);
                };
                """).fields().stream().map(field -> field.path() + "@" + field.offset()).toList();
        assertEquals(List.of("a@0", "b@4", "both@0", "both.a@0", "both.b@4", "raw@8", "__empty_more@8", "more@8", "n@12"), paths);
    }

    @Test
    void theHeadOfAStructureMayBeAMacro() throws BadTreeException {
        tree.with("include/linux/lock.h", "#define lock_struct(name) struct name\ntypedef lock_struct(spin) { int raw; } spin_t;\n");
        assertEquals(8, tree.layout("s", "#include <linux/lock.h>\nstruct s { spin_t a; struct spin b; };\n").size());
    }

    @Test
    void aPointerToAFunctionTypeIsAMember() throws BadTreeException {
        assertEquals("pointer to function", tree.layout("s", "typedef void handler_t(int);\nstruct s { handler_t (*handler); };\n")
                .fields().get(0).type());
    }

    @Test
    void statementExpressionsAndFallThroughAreRead() throws BadTreeException {
        FunctionFacts f = function("""
                int f(int x) {
                    int y = ({ g(); 1; });
                    switch (x) {
                    case 1:
                        h();
                        fallthrough;
                    case 2 ... 4:
                        return y;
                    }
                    return 0;
                }
                """);
        assertEquals(List.of("g", "h"), calls(f));
        assertTrue(f.switches().get(0).groups().get(0).fallThrough());
        assertEquals(List.of("1", "2 ... 4"), f.switches().get(0).caseLabels());
    }
}
