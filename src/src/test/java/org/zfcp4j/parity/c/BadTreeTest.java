// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.parity.c.source.BadTreeException;

/** Whatever a directory holds, the answer is facts or one line that names the file, soon. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadTreeTest {
    private static final String ERP = SmallTree.ERP;

    @TempDir
    private Path directory;

    private SmallTree tree;

    @BeforeEach
    void setUp() {
        tree = new SmallTree(directory.resolve("linux"));
    }

    private Path erp() {
        return tree.root().resolve(ERP);
    }

    /** The message for a tree that is refused; it is one line that contains {@code part}. */
    private static String refused(Path root, String part) {
        String message = assertThrows(BadTreeException.class, () -> CTree.open(root)).getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains(part), message);
        return message;
    }

    private String refused(String part) {
        return refused(tree.root(), part);
    }

    @Test
    void aDirectoryThatDoesNotExist() {
        refused(directory.resolve("none"), "none does not exist");
    }

    @Test
    void aFileForADirectory() throws IOException {
        refused(Files.writeString(directory.resolve("file"), "x"), "file is no directory");
    }

    @Test
    void noKernelTree() throws IOException {
        refused(Files.createDirectory(directory.resolve("empty")), "no kernel tree with the zfcp driver");
    }

    @Test
    void theMakefileOfSomethingElse() {
        tree.with("Makefile", "all:\n\techo\n");
        refused("its Makefile states no VERSION");
    }

    @Test
    void aTreeWithoutMakefileHasNoVersion() throws Exception {
        Files.delete(tree.root().resolve("Makefile"));
        assertEquals("", tree.facts().version());
    }

    @Test
    void aTreeWithoutTheDriver() throws IOException {
        Files.delete(erp());
        refused("it has no " + ERP);
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        assumeTrue(erp().toFile().setReadable(false));
        assumeFalse(Files.isReadable(erp()), "this user reads everything");
        refused("no permission for");
    }

    @Test
    void aFileThatEndsEarly() {
        tree.with(ERP, "int f(void)\n{\n\tif (x) {\n\t\tg(");
        refused("zfcp_erp.c:");
    }

    @Test
    void aFileThatEndsInACommentOrAString() throws Exception {
        tree.with(ERP, "int f(void) { return 1; }\n/* and so on");
        assertEquals(1, tree.facts().functions().size());
        tree.with(ERP, "int f(void) { g(\"abc");
        refused("zfcp_erp.c:1");
    }

    @Test
    void aBinaryFile() {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        tree.with(ERP, bytes);
        refused("zfcp_erp.c is no text");
    }

    @Test
    void noiseOfPrintableCharacters() {
        StringBuilder noise = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 900_000; i++) {
            noise.append((char) (random.nextInt(50) == 0 ? '\n' : ' ' + random.nextInt(95)));
        }
        tree.with(ERP, noise.toString());
        refused("zfcp_erp.c");
    }

    @Test
    void aHundredMegabytes() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(erp().toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        refused("has 104857600 bytes or more: too many for a C source");
    }

    @Test
    void aHeaderOfAHundredMegabytes() throws IOException {
        tree.with("include/linux/big.h", "x").with(ERP, "#include <linux/big.h>\n");
        try (RandomAccessFile file = new RandomAccessFile(tree.root().resolve("include/linux/big.h").toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        refused("big.h has 104857600 bytes");
    }

    @Test
    void manyParentheses() {
        tree.with(ERP, "int x = " + "(".repeat(300_000) + "1" + ")".repeat(300_000) + ";\n");
        refused("zfcp_erp.c");
    }

    @Test
    void manyOpenParentheses() {
        tree.with(ERP, "int f(void) { return " + "(".repeat(300_000));
        refused("zfcp_erp.c");
    }

    @Test
    void manyBracesAndBrackets() {
        tree.with(ERP, "int f(void) " + "{".repeat(300_000) + "}".repeat(300_000));
        refused("zfcp_erp.c");
        tree.with(ERP, "int x" + "[".repeat(300_000));
        refused("zfcp_erp.c");
    }

    @Test
    void expressionsThatNestWithoutBrackets() {
        tree.with(ERP, "int f(void) { x = " + "-".repeat(300_000) + "1; }");
        refused(tree.root() + "/drivers/s390/scsi/zfcp_erp.c:1 is nested too deep");
    }

    @Test
    void statementsThatNestWithoutBrackets() {
        tree.with(ERP, "int f(void) { if (a) x; " + "else if (a) x; ".repeat(30_000) + "}");
        refused("nested too deep");
    }

    @Test
    void manyParenthesesInAConditionOrAMacro() throws Exception {
        String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
        tree.with(ERP, "#define DEEP " + deep + "\n#if " + deep + "\nvoid f(void) { }\n#endif\n");
        assertEquals(null, tree.facts().constant("DEEP").value());
    }

    @Test
    void macrosThatGrow() throws Exception {
        StringBuilder text = new StringBuilder("#define M0 1 + 1\n");
        for (int i = 1; i < 60; i++) {
            text.append("#define M").append(i).append(" M").append(i - 1).append(" + M").append(i - 1).append('\n');
        }
        tree.with(ERP, text + "#if M59\n#endif\n");
        assertEquals(null, tree.facts().constant("M59").value());
    }

    @Test
    void macrosThatMakeLargeMembersAndFunctions() {
        StringBuilder text = new StringBuilder("#define M0(x) int x;\n");
        for (int i = 1; i < 60; i++) {
            text.append("#define M").append(i).append("(x) M").append(i - 1).append("(x) M").append(i - 1).append("(x)\n");
        }
        tree.with(ERP, text + "struct s { M59(a); };\n");
        refused("zfcp_erp.c");
        tree.with(ERP, text + "#define F(x) void x(void) { M59(x) }\nF(f);\n");
        refused("zfcp_erp.c");
    }

    @Test
    void includesThatGoInCircles() throws Exception {
        tree.with("include/linux/a.h", "#include <linux/b.h>\n").with("include/linux/b.h", "#include <linux/a.h>\n");
        tree.with(ERP, "#include <linux/a.h>\n#include \"zfcp_erp.c\"\n#include \"../../../../etc/passwd\"\nvoid f(void) { }\n");
        assertEquals(1, tree.facts().functions().size());
    }

    @Test
    void aLongChainOfIncludes() throws Exception {
        for (int i = 0; i < 400; i++) {
            tree.with("include/linux/h" + i + ".h", "#include <linux/h" + (i + 1) + ".h>\n");
        }
        tree.with(ERP, "#include <linux/h0.h>\nvoid f(void) { }\n");
        assertEquals(1, tree.facts().functions().size());
    }

    @Test
    void aLinkToItself() throws IOException {
        Files.delete(erp());
        Files.createSymbolicLink(erp(), erp().getFileName());
        refused("zfcp_erp.c");
    }

    @Test
    void aDirectoryThatIsALinkToItself() throws IOException {
        Path link = directory.resolve("loop");
        Files.createSymbolicLink(link, link.getFileName());
        refused(link, "loop is no directory");
    }

    @Test
    void aDirectoryForAFile() throws IOException {
        Files.delete(erp());
        Files.createDirectory(erp());
        refused("zfcp_erp.c is a directory");
    }

    @Test
    void aPipeForAFile() throws Exception {
        Files.delete(erp());
        assumeTrue(new ProcessBuilder("mkfifo", erp().toString()).start().waitFor() == 0);
        refused("zfcp_erp.c is no regular file");
    }

    @Test
    void aHeaderThatIsADirectoryOrAPipeIsRefusedToo() throws Exception {
        Files.createDirectories(tree.root().resolve("include/linux/dir.h"));
        tree.with(ERP, "#include <linux/dir.h>\n");
        refused("dir.h is a directory");
    }

    @Test
    void aFileThatIsLargerThanItSays() throws IOException {
        Path endless = Path.of("/proc/self/pagemap");
        assumeTrue(Files.isReadable(endless));
        Files.delete(erp());
        Files.createSymbolicLink(erp(), endless);
        refused("zfcp_erp.c");
    }

    @Test
    void namesThatNoFileSystemTakes() throws Exception {
        tree.with(ERP, ("#include <linux/" + "x".repeat(10_000) + ".h>\n#include \"\"\n#include\n#include <\n#define\n#undef\n#if\n#endif\n"
                + "#elif\n#else\n#endif\n#\nvoid f(void) { }\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, tree.facts().functions().size());
    }
}
