// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LayoutFact;
import org.zfcp4j.parity.facts.TagFact;

/** What holds of the driver in every version from 3.4 to 7.1: {@code -Dzfcp4j.linux=DIR} names the tree. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AnyTreeTest {
    private static final String TREE = System.getProperty("zfcp4j.linux", "");

    private static DriverFacts facts;

    @BeforeAll
    static void read() throws Exception {
        assumeTrue(!TREE.isEmpty(), "no tree of Linux is given: -Dzfcp4j.linux=DIR");
        facts = CTree.open(Path.of(TREE));
    }

    @Test
    void theDriverIsReadAsAWhole() {
        assertTrue(facts.functions().size() > 450, "functions: " + facts.functions().size());
        assertTrue(facts.tags().size() > 120, "tags: " + facts.tags().size());
        for (String function : List.of("zfcp_status_read_refill", "zfcp_fsf_status_read", "zfcp_erp_adapter_strategy_close",
                "zfcp_sysfs_adapter_status_show", "qdio_establish")) {
            assertNotNull(facts.function(function), function);
        }
    }

    @Test
    void structuresOfHardwareAndWireHaveTheirSizes() {
        assertEquals(List.of(1696, 4096, 256, 256, 16), List.of("fsf_qtcb", "fsf_status_read_buffer", "qdio_buffer", "slsb", "fc_ct_hdr")
                .stream().map(name -> facts.layout(name).size()).toList());
        List<String> open = facts.layouts().stream().filter(layout -> layout.size() < 0).map(LayoutFact::name).toList();
        assertEquals(List.of(), open);
    }

    @Test
    void tagsOfRecoveryEndInARecord() {
        List<String> lost = facts.tags().stream().filter(tag -> tag.callee().startsWith("zfcp_erp_") && tag.area().isEmpty())
                .map(TagFact::toString).toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void everyBodyHasItsTokens() {
        assertEquals(List.of(), facts.functions().stream().filter(function -> !function.body().startsWith("{")
                || !function.body().endsWith("}")).map(FunctionFacts::key).toList());
    }
}
