// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Subchannel QDIO data: what a subchannel can do, as the store-subchannel-QDIO-data command answers it. */
public final class QdioSsqdDesc {
    private static final Members MEMBERS = Members.device("qdio_ssqd_desc");
    /** {@code CHSC_FLAG_*}: QDIO capability and validity of the rest. */
    public static final U8 FLAGS = MEMBERS.u8("flags");
    /** Subchannel number. */
    public static final U16 SCH = MEMBERS.gap(1).u16("sch");
    /** Queue format. */
    public static final U8 QFMT = MEMBERS.u8("qfmt");
    /** Adapter parameter. */
    public static final U8 PARM = MEMBERS.u8("parm");
    /** Adapter characteristics: which SIGA functions are needed, {@code AC1_*}. */
    public static final U8 QDIOAC1 = MEMBERS.u8("qdioac1");
    /** Class of the subchannel. */
    public static final U8 SCH_CLASS = MEMBERS.u8("sch_class");
    /** Number of supported protocols. */
    public static final U8 PCNT = MEMBERS.u8("pcnt");
    /** Number of input queues that can be established. */
    public static final U8 ICNT = MEMBERS.u8("icnt");
    /** Number of output queues that can be established. */
    public static final U8 OCNT = MEMBERS.gap(1).u8("ocnt");
    /** Multiple-buffer control count. */
    public static final U8 MBCCNT = MEMBERS.gap(1).u8("mbccnt");
    /** More adapter characteristics: multiple-buffer streaming and data division, {@code CHSC_AC2_*}. */
    public static final U16 QDIOAC2 = MEMBERS.u16("qdioac2");
    /** Token that stands for the subchannel where QEBSM is enabled. */
    public static final U64 SCH_TOKEN = MEMBERS.u64("sch_token");
    /** Of no use to the FCP queue format. */
    public static final U8 MRO = MEMBERS.u8("mro");
    /** Of no use to the FCP queue format. */
    public static final U8 MRI = MEMBERS.u8("mri");
    /** Still more adapter characteristics, {@code CHSC_AC3_*}. */
    public static final U16 QDIOAC3 = MEMBERS.u16("qdioac3");
    /** Maximum count of a multi-write; of no use to the FCP queue format. */
    public static final U8 MMWC = MEMBERS.gap(3).u8("mmwc");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private QdioSsqdDesc() {
    }
}
