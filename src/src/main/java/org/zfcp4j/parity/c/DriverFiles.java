// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a kernel tree that facts are taken from. What a tree lacks is passed over, unless it is said to be necessary. */
final class DriverFiles {
    private static final String ZFCP = "drivers/s390/scsi/";
    private static final String CIO = "drivers/s390/cio/";
    private static final String ASM = "arch/s390/include/asm/";

    /** Without these there is no driver. */
    static final List<String> NECESSARY = List.of(ZFCP + "zfcp_aux.c", ZFCP + "zfcp_erp.c", ZFCP + "zfcp_fsf.c",
            ZFCP + "zfcp_qdio.c", ZFCP + "zfcp_def.h", ZFCP + "zfcp_fsf.h");

    /** Where the functions are defined. */
    static final List<String> FUNCTIONS = List.of(ZFCP + "zfcp_aux.c", ZFCP + "zfcp_ccw.c", ZFCP + "zfcp_cfdc.c",
            ZFCP + "zfcp_dbf.c", ZFCP + "zfcp_diag.c", ZFCP + "zfcp_erp.c", ZFCP + "zfcp_fc.c", ZFCP + "zfcp_fsf.c",
            ZFCP + "zfcp_qdio.c", ZFCP + "zfcp_scsi.c", ZFCP + "zfcp_sysfs.c", ZFCP + "zfcp_unit.c",
            ZFCP + "zfcp_reqlist.h", ZFCP + "zfcp_dbf.h", ZFCP + "zfcp_def.h", ZFCP + "zfcp_qdio.h", ZFCP + "zfcp_fc.h",
            ZFCP + "zfcp_diag.h", CIO + "qdio_main.c", CIO + "qdio_setup.c", CIO + "qdio_thinint.c");

    /** Headers of the driver and of the QDIO layer besides those; their constants are the driver's own. */
    static final List<String> OWN_HEADERS = List.of(ZFCP + "zfcp_ext.h", ZFCP + "zfcp_fsf.h", CIO + "qdio.h", ASM + "qdio.h");

    /** Headers of channel I/O, SCSI and Fibre Channel that the driver takes values from. */
    static final List<String> SUPPORTING = List.of(ASM + "ccwdev.h", ASM + "chsc.h", ASM + "cio.h", ASM + "debug.h",
            ASM + "scsw.h", "arch/s390/include/uapi/asm/chsc.h", CIO + "chsc.h", "include/scsi/fc/fc_fcp.h",
            "include/scsi/scsi.h", "include/scsi/scsi_proto.h", "include/scsi/scsi_transport_fc.h",
            "include/uapi/scsi/fc/fc_els.h", "include/uapi/scsi/fc/fc_fs.h", "include/uapi/scsi/fc/fc_gs.h",
            "include/uapi/scsi/fc/fc_ns.h", "include/uapi/scsi/scsi_bsg_fc.h", "include/scsi/fc/fc_els.h",
            "include/scsi/fc/fc_fs.h", "include/scsi/fc/fc_gs.h", "include/scsi/fc/fc_ns.h", "include/scsi/scsi_bsg_fc.h",
            "include/scsi/scsi_status.h");

    /** Headers with structures and what those are, see {@link org.zfcp4j.parity.facts.LayoutFact#category()}. */
    static final Map<String, String> STRUCTURES = structures();

    /** Structures whose category is not that of their header. */
    private static final Map<String, Set<String>> OTHER_CATEGORY = Map.of(
            "driver", Set.of("qdio_outbuf_state", "qdio_initialize", "ccw_dev_id", "cmg_chars",
                    "debug_info", "zfcp_dbf", "zfcp_fc_event", "zfcp_fc_events", "zfcp_fc_req", "zfcp_fc_wka_port",
                    "zfcp_fc_wka_ports", "zfcp_fsf_ct_els"),
            "trace", Set.of("zfcp_blk_drv_data"));

    /** Of headers that concern more than the driver, the structures that it uses. */
    private static final Map<String, Set<String>> ONLY = Map.of(
            "arch/s390/include/uapi/asm/chsc.h", Set.of("chsc_header"),
            CIO + "cio.h", Set.of("pmcw", "tpi_info", "schib"),
            "include/scsi/scsi_proto.h", Set.of("scsi_lun"),
            "include/scsi/scsi.h", Set.of("scsi_lun"),
            ASM + "debug.h", Set.of("__debug_entry", "debug_info"),
            "include/scsi/scsi_transport_fc.h", Set.of("fc_rport_identifiers", "fc_host_statistics"));

    private DriverFiles() {
    }

    private static Map<String, String> structures() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : List.of(ASM + "chsc.h", ASM + "cio.h", ASM + "css_chars.h", ASM + "qdio.h", ASM + "scsw.h",
                "arch/s390/include/uapi/asm/chsc.h", "arch/s390/include/uapi/asm/schid.h", ASM + "schid.h", CIO + "chsc.h",
                CIO + "cio.h", CIO + "orb.h", ZFCP + "zfcp_fsf.h")) {
            headers.put(header, "hardware");
        }
        for (String header : List.of(ZFCP + "zfcp_fc.h", "include/scsi/fc/fc_fc2.h", "include/scsi/fc/fc_fcp.h",
                "include/scsi/scsi_proto.h", "include/scsi/scsi.h", "include/uapi/scsi/fc/fc_els.h",
                "include/uapi/scsi/fc/fc_fs.h", "include/uapi/scsi/fc/fc_gs.h", "include/uapi/scsi/fc/fc_ns.h",
                "include/scsi/fc/fc_els.h", "include/scsi/fc/fc_fs.h", "include/scsi/fc/fc_gs.h",
                "include/scsi/fc/fc_ns.h")) {
            headers.put(header, "wire");
        }
        headers.put(ASM + "debug.h", "trace");
        headers.put(ZFCP + "zfcp_dbf.h", "trace");
        headers.put("include/uapi/scsi/scsi_bsg_fc.h", "uapi");
        headers.put("include/scsi/scsi_bsg_fc.h", "uapi");
        for (String header : List.of(CIO + "qdio.h", CIO + "qdio_thinint.c", ZFCP + "zfcp_def.h", ZFCP + "zfcp_diag.h",
                ZFCP + "zfcp_qdio.h", ZFCP + "zfcp_reqlist.h", ZFCP + "zfcp_scsi.c", "include/scsi/scsi_transport_fc.h")) {
            headers.put(header, "driver");
        }
        return headers;
    }

    static boolean wanted(String header, String structure) {
        Set<String> only = ONLY.get(header);
        return only == null || only.contains(structure);
    }

    static String category(String header, String structure) {
        for (Map.Entry<String, Set<String>> other : OTHER_CATEGORY.entrySet()) {
            if (other.getValue().contains(structure)) {
                return other.getKey();
            }
        }
        return STRUCTURES.get(header);
    }

    /** Is it a file of the driver or of the QDIO layer? */
    static boolean own(String file) {
        return FUNCTIONS.contains(file) || OWN_HEADERS.contains(file);
    }
}
