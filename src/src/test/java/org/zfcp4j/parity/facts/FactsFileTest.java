// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Facts that are written and read again are the same; and they are those of the files. */
class FactsFileTest {
    private static Reader resource(String name) throws IOException {
        InputStream in = FactsFileTest.class.getResourceAsStream(name);
        return new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
    }

    private static JsonObject json(String name) throws IOException {
        try (Reader in = resource(name)) {
            return Json.parse(in).asObject();
        }
    }

    static DriverFacts facts() throws IOException {
        try (BufferedReader tags = new BufferedReader(resource("/facts/tags.csv"))) {
            return new DriverFacts("5.10.198", FactsFile.functions(json("/facts/functions.json.gz")),
                    FactsFile.constants(json("/facts/constants.json")), FactsFile.layouts(json("/facts/layouts.json")),
                    FactsFile.tags(tags));
        }
    }

    @Test
    void theFactsOf510AreRead() throws IOException {
        DriverFacts facts = facts();
        FunctionFacts handler = facts.function("zfcp_fsf_status_read_handler");
        assertEquals("zfcp_fsf.c:zfcp_fsf_status_read_handler", handler.key());
        assertEquals(new AtomicFact("atomic_inc", List.of("&adapter->stat_miss"), 308), handler.atomics().get(0));
        assertEquals(8, handler.switches().get(0).caseLabels().size());
        assertEquals(new TagUse("fssrh_2", "zfcp_erp_adapter_reopen", 292, "tag"), handler.tags().get(4));
        assertEquals(BigInteger.valueOf(0x40000000), facts.constant("ZFCP_STATUS_COMMON_RUNNING").value());
        FieldFact running = facts.layout("fc_frame_header").fields().stream().filter(f -> f.path().equals("fh_s_id")).findAny()
                .orElseThrow();
        assertEquals(5, running.offset());
        assertEquals(List.of(535, 1647, 214, 157), List.of(facts.functions().size(), facts.constants().size(),
                facts.layouts().size(), facts.tags().size()));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        DriverFacts facts = facts();
        StringWriter out = new StringWriter();
        FactsFile.write(facts, out);
        DriverFacts again = FactsFile.read(new StringReader(out.toString()));
        assertEquals(facts.version(), again.version());
        assertEquals(facts.functions(), again.functions());
        assertEquals(facts.constants(), again.constants());
        assertEquals(facts.layouts(), again.layouts());
        assertEquals(facts.tags(), again.tags());
        assertTrue(facts.layouts().stream().flatMap(layout -> layout.fields().stream()).filter(f -> f.bits() != null).count() > 500);
    }
}
