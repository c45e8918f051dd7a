// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The figures of the documents are those of the results of record. */
class RecordPagesTest {
    private static final Iterable<Path> DOCUMENTS = RecordPages.DOCUMENTS;

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void aDocumentHasTheFiguresOfRecord(Path document) throws Exception {
        String text = Files.readString(document);
        assertEquals(new RecordPages().rewritten(text), text, "org.zfcp4j.benchmarks.report.RecordPages writes it anew");
        assertTrue(text.contains("<!-- table ") || text.contains("<!--="), "no figure in it");
    }

    @Test
    void aFigureThatWasChangedByHandIsNoticed() throws Exception {
        String page = new RecordPages().rewritten("as fast: <!--=amd-zen4 ratio mean-->99<!--/-->, and\n<!-- table amd-zen4 ratio -->\nold\n<!-- end -->\n");
        assertFalse(page.contains("99<"), page);
        assertFalse(page.contains("old"), page);
        assertTrue(page.contains("| geometric mean |"), page);
    }

    @Test
    void aFigureThatIsNotOnRecordIsTold() {
        assertThrows(IllegalArgumentException.class, () -> new RecordPages().rewritten("<!--=amd-zen4 no such thing-->1<!--/-->"));
        assertThrows(IllegalArgumentException.class, () -> new RecordPages().rewritten("<!-- table amd-zen4 nothing -->\n<!-- end -->"));
    }
}
