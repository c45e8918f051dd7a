// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.c.CTree;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.DriverFacts;

/**
 * One change in the sources of Linux 5.10.198, whose root {@code -Dzfcp4j.linux} names, is one difference, of its kind and at its place,
 * and there is no other. Lines are those of that version.
 */
class PlantedTreeTest {
    private static final String ZFCP = "drivers/s390/scsi/";
    private static final String AUX = ZFCP + "zfcp_aux.c";
    private static final String ERP = ZFCP + "zfcp_erp.c";
    private static final String FSF = ZFCP + "zfcp_fsf.c";
    private static final String FSF_H = ZFCP + "zfcp_fsf.h";
    private static final String QDIO = ZFCP + "zfcp_qdio.c";
    private static final String QDIO_MAIN = "drivers/s390/cio/qdio_main.c";

    private EditedTree tree;

    @BeforeEach
    void needsATree() throws IOException {
        String linux = System.getProperty("zfcp4j.linux");
        assumeTrue(linux != null, "-Dzfcp4j.linux=DIR names no kernel tree");
        tree = new EditedTree(Path.of(linux), Files.createTempDirectory("linux"));
    }

    @AfterEach
    void delete() throws IOException {
        if (tree != null) {
            tree.delete();
        }
    }

    private Comparison compare(EditedTree edited) throws BadTreeException {
        DriverFacts facts = CTree.open(edited.path());
        assumeTrue(facts.version().equals(Level.V5_10.version()), "the tree is " + facts.version() + ", not 5.10.198");
        return Comparer.compare(facts, Driver.CLASSES, Level.V5_10);
    }

    private void expect(String kind, String name, String c, EditedTree edited) throws BadTreeException {
        List<Difference> differences = compare(edited).differences();
        assertEquals(1, differences.size(), differences.toString());
        Difference only = differences.get(0);
        assertEquals(kind + " " + name, only.kind() + " " + only.name(), differences.toString());
        assertTrue(only.c().contains(c), differences.toString());
    }

    @Test
    void aConstantOfTheHardware() throws Exception {
        expect("constant", "FSF_STATUS_READS_RECOM", "zfcp_fsf.h:126 17", tree.replace(FSF_H, 126, "16", "17"));
    }

    @Test
    void aStatusBit() throws Exception {
        expect("constant", "ZFCP_STATUS_ADAPTER_XCONFIG_OK", "zfcp_def.h:71", tree.replace(ZFCP + "zfcp_def.h", 71, "08", "80"));
    }

    @Test
    void aNewConstant() throws Exception {
        expect("constant", "FSF_STATUS_OF_TOMORROW", "zfcp_fsf.h:127 14", tree.append(FSF_H, 126, "\n#define FSF_STATUS_OF_TOMORROW 14"));
    }

    @Test
    void anEnumeratorOfFibreChannel() throws Exception {
        expect("constant", "ELS_RSCN", "fc_els.h:69", tree.replace("include/uapi/scsi/fc/fc_els.h", 69, "0x61", "0x64"));
    }

    @Test
    void aMovedFieldOfTheQtcb() throws Exception {
        expect("layout", "fsf_qtcb_bottom_support", "res2", tree.swap(FSF_H, 350, 349));
    }

    @Test
    void aWiderFieldOfATraceRecord() throws Exception {
        expect("layout", "zfcp_dbf_rec", "d_id at 24+8", tree.replace(ZFCP + "zfcp_dbf.h", 86, "u32", "u64"));
    }

    @Test
    void aBitField() throws Exception {
        expect("layout", "qdesfmt0", "bkey", tree.replace("arch/s390/include/asm/qdio.h", 43, "4", "8")
                .replace("arch/s390/include/asm/qdio.h", 46, "16", "12"));
    }

    @Test
    void twoBitFieldsSwapped() throws Exception {
        expect("layout", "qdesfmt0", "akey", tree.swap("arch/s390/include/asm/qdio.h", 42, 43));
    }

    @Test
    void aMovedFieldOnTheWire() throws Exception {
        expect("layout", "fcp_cmnd", "fc_cmdref", tree.swap("include/scsi/fc/fc_fcp.h", 39, 40));
    }

    @Test
    void aTag() throws Exception {
        expect("tag", "zfcp_fsf_status_read_handler", "fssrh_9", tree.replace(FSF, 292, "fssrh_2", "fssrh_9"));
    }

    @Test
    void aTagThatGoesThroughAVariable() throws Exception {
        expect("tag", "zfcp_scsi_eh_abort_handler", "abrt_xx", tree.replace(ZFCP + "zfcp_scsi.c", 218, "abrt_ok", "abrt_xx"));
    }

    @Test
    void twoCallsSwapped() throws Exception {
        expect("order", "zfcp_erp_adapter_strategy_close", "zfcp_erp.c:90", tree.swap(ERP, 905, 906));
    }

    @Test
    void twoCallsOfTheKernelSwapped() throws Exception {
        expect("order", "zfcp_fsf_status_read_handler", "zfcp_fsf.c:30", tree.swap(FSF, 308, 309));
    }

    @Test
    void aLockDropped() throws Exception {
        expect("lock", "zfcp_fsf_open_port", "", tree.drop(FSF, 1797));
    }

    @Test
    void anotherLock() throws Exception {
        expect("lock", "zfcp_qdio_close", "spin_lock_irq(stat_lock)", tree.replace(QDIO, 329, "req_q_lock", "stat_lock"));
    }

    @Test
    void aLockThatLeavesInterruptsOn() throws Exception {
        expect("lock", "zfcp_qdio_close", "spin_lock(req_q_lock)", tree.replace(QDIO, 329, "spin_lock_irq", "spin_lock"));
    }

    @Test
    void aCaseAdded() throws Exception {
        expect("case", "zfcp_fsf_status_read_handler", "zfcp_fsf.c:302 case(14)", tree.append(FSF, 302, "case 0x0E: break;"));
    }

    @Test
    void aCaseDropped() throws Exception {
        expect("case", "zfcp_fsf_status_read_handler", "", tree.drop(FSF, 266).drop(FSF, 267));
    }

    @Test
    void theMaskOfAnAtomicOperation() throws Exception {
        expect("atomic", "zfcp_qdio_close", "zfcp_qdio.c:330", tree.replace(QDIO, 330, "ADAPTER_QDIOUP", "ADAPTER_XCONFIG_OK"));
    }

    @Test
    void theVariableOfAnAtomicOperation() throws Exception {
        expect("atomic", "zfcp_qdio_close", "atomic_set(req_q_full", tree.replace(QDIO, 345, "req_q_free", "req_q_full"));
    }

    @Test
    void anAtomicOperationTheOtherWay() throws Exception {
        expect("atomic", "zfcp_fsf_status_read_handler", "atomic_dec(stat_miss)", tree.replace(FSF, 308, "atomic_inc", "atomic_dec"));
    }

    @Test
    void aStatusAssignment() throws Exception {
        expect("assignment", "zfcp_fsf_open_port", "status|=0x1000", tree.replace(FSF, 1778, "CLEANUP", "DISMISSED"));
    }

    @Test
    void anAssignmentDropped() throws Exception {
        expect("assignment", "zfcp_erp_adapter_strategy_close", "", tree.drop(ERP, 907));
    }

    @Test
    void aCallDropped() throws Exception {
        expect("call", "zfcp_fsf_status_read_handler", "", tree.drop(FSF, 264));
    }

    @Test
    void aCallAdded() throws Exception {
        expect("call", "zfcp_qdio_close", "wake_up", tree.append(QDIO, 344, "wake_up(&qdio->req_q_wq);"));
    }

    @Test
    void theArgumentOfACall() throws Exception {
        expect("call", "zfcp_erp_adapter_strategy_close", "zfcp_erp.c:910", tree.replace(ERP, 910, "COMMON_OPEN", "COMMON_ERP_INUSE"));
    }

    @Test
    void aMessageOfAnotherLevel() throws Exception {
        expect("call", "zfcp_fsf_status_read_handler", "message(WARN)", tree.replace(FSF, 284, "dev_info", "dev_warn"));
    }

    @Test
    void theConstantOfACondition() throws Exception {
        List<Difference> differences = compare(tree.replace(FSF, 1805, "FSFREQ_ERROR", "FSFREQ_DISMISSED")).differences();
        assertFalse(differences.isEmpty());
        differences.forEach(d -> assertEquals("number zfcp_fsf_close_port_handler", d.kind() + " " + d.name()));
    }

    @Test
    void aConditionTheOtherWay() throws Exception {
        expect("body", "zfcp_status_read_refill", "zfcp_aux.c:274", tree.replace(AUX, 279, ">=", ">"));
    }

    @Test
    void whatAFunctionReturns() throws Exception {
        expect("body", "zfcp_status_read_refill", "zfcp_aux.c:274", tree.replace(AUX, 286, "0", "1"));
    }

    @Test
    void anotherWorkQueue() throws Exception {
        expect("body", "zfcp_fsf_status_read_handler", "zfcp_fsf.c:245", tree.replace(FSF, 309, "adapter->work_queue", "system_wq"));
    }

    @Test
    void aFunctionAdded() throws Exception {
        expect("missing", "zfcp_qdio_of_tomorrow", "zfcp_qdio.c:347", tree.append(QDIO, 347, "void zfcp_qdio_of_tomorrow(void) { }"));
    }

    @Test
    void aParameterAdded() throws Exception {
        expect("signature", "zfcp_status_read_refill", "int (struct zfcp_adapter *adapter, int limit)", tree.replace(AUX, 274, "adapter)", "adapter, int limit)"));
    }

    @Test
    void theTypeOfAParameter() throws Exception {
        expect("signature", "zfcp_get_port_by_wwpn", "zfcp_aux.c:189 struct zfcp_port * (struct zfcp_adapter *adapter, u32 wwpn)",
                tree.replace(AUX, 190, "u64", "u32"));
    }

    @Test
    void theTypeOfWhatAFunctionReturns() throws Exception {
        expect("signature", "zfcp_status_read_refill", "long (struct", tree.replace(AUX, 274, "int", "long"));
    }

    @Test
    void aFunctionThatBecomesStatic() throws Exception {
        expect("signature", "zfcp_status_read_refill", "static int (", tree.replace(AUX, 274, "int", "static int"));
    }

    @Test
    void theLinkageOfAFunctionThatIsLeftOut() throws Exception {
        expect("signature", "zfcp_init_device_configure", "void (char *busid", tree.replace(AUX, 58, "static ", ""));
    }

    @Test
    void theRefillOfBeforeTheCommit() throws Exception {
        EditedTree before = tree.replace(AUX, 276, "atomic_add_unless(&adapter->stat_miss, -1, 0)", "atomic_read(&adapter->stat_miss) > 0")
                .drop(AUX, 278).append(AUX, 285, "else atomic_dec(&adapter->stat_miss);");
        expect("refill", "zfcp_status_read_refill", "check-then-dec zfcp_aux.c:276 atomic_read(&adapter->stat_miss), zfcp_aux.c:285",
                before);
        Comparison comparison = compare(before);
        assertEquals("check-then-dec", comparison.refill().policy());
        assertTrue(comparison.refill().windowOpen());
    }

    @Test
    void closeThatCancelsTheWork() throws Exception {
        Comparison comparison = compare(tree.append(ERP, 905, "cancel_work_sync(&adapter->stat_work);"));
        assertEquals(List.of("call"), comparison.differences().stream().map(Difference::kind).toList());
        assertFalse(comparison.refill().windowOpen());
        assertEquals(List.of("zfcp_erp.c:905 cancel_work_sync"), comparison.refill().cancelsAtClose());
    }

    @Test
    void aLockOfTheQdioLayerDropped() throws Exception {
        expect("lock", "qdio_cancel_ccw", "", tree.drop(QDIO_MAIN, 1044));
    }

    @Test
    void twoCallsOfTheQdioLayerSwapped() throws Exception {
        expect("order", "qdio_shutdown", "qdio_main.c:109", tree.swap(QDIO_MAIN, 1098, 1099));
    }

    @Test
    void anAtomicOperationOfTheQdioLayer() throws Exception {
        expect("atomic", "handle_inbound", "atomic_sub(nr_buf_used)", tree.replace(QDIO_MAIN, 1424, "atomic_add", "atomic_sub"));
    }

    @Test
    void anAssignmentOfTheQdioLayerDropped() throws Exception {
        expect("assignment", "__qdio_outbound_processing", "", tree.drop(QDIO_MAIN, 777));
    }

    @Test
    void aCaseOfTheQdioLayer() throws Exception {
        expect("case", "get_inbound_buffer_frontier", "qdio_main.c:498", tree.replace(QDIO_MAIN, 498, "SLSB_CU_INPUT_EMPTY", "SLSB_P_INPUT_HALTED"));
    }

    @Test
    void theStateThatTheQdioLayerSets() throws Exception {
        expect("call", "inbound_handle_work", "set_buf_states[0x80]", tree.replace(QDIO_MAIN, 450, "SLSB_P_INPUT_ACK", "SLSB_P_INPUT_NOT_INIT"));
    }

    @Test
    void aMovedFieldOfTheQdr() throws Exception {
        expect("layout", "qdr", "ac at 5+1", tree.swap("arch/s390/include/asm/qdio.h", 66, 68));
    }

    @Test
    void twoBitFieldsOfTheQibSwapped() throws Exception {
        expect("layout", "qib", "rflags", tree.swap("arch/s390/include/asm/qdio.h", 103, 104));
    }

    @Test
    void aMovedFieldOfTheCtHeader() throws Exception {
        expect("layout", "fc_ct_hdr", "ct_fs_type", tree.swap("include/uapi/scsi/fc/fc_gs.h", 21, 22));
    }

    @Test
    void aMovedFieldOfATraceRecord() throws Exception {
        expect("layout", "zfcp_dbf_rec", "d_id at 28+4", tree.swap(ZFCP + "zfcp_dbf.h", 86, 87));
    }

    @Test
    void aChangeOfTheQdioLayer() throws Exception {
        List<Difference> differences = compare(tree.swap("drivers/s390/cio/qdio_main.c", 1130, 1131)).differences();
        assertEquals(List.of("qdio_free"), differences.stream().map(Difference::name).distinct().toList(), differences.toString());
    }

    @Test
    void whatIsLeftOutChanges() throws Exception {
        List<Difference> differences = compare(tree.replace(ZFCP + "zfcp_sysfs.c", 352, "max_age", "min_age")).differences();
        assertEquals(List.of("zfcp_sysfs_adapter_diag_max_age_show"), differences.stream().map(Difference::name).distinct().toList(),
                differences.toString());
    }

    @Test
    void commentsAndWhiteSpaceAreNoChange() throws Exception {
        assertEquals(List.of(), compare(tree.append(FSF, 309, "/* queue_work(x, y); */").append(AUX, 286, "  ").replace(ERP, 905, "\t", "  "))
                .differences());
    }
}
