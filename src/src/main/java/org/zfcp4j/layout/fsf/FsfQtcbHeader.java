// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;

/** Second part of a QTCB: the command and its outcome. */
public final class FsfQtcbHeader {
    private static final Members MEMBERS = Members.device("fsf_qtcb_header");
    /** Request id again; the channel uses it as the handle of the request. */
    public static final U64 REQ_HANDLE = MEMBERS.u64("req_handle");
    /** Command, {@code FSF_QTCB_*}. */
    public static final U32 FSF_COMMAND = MEMBERS.u32("fsf_command");
    /** Handle of an open port; answered by open, passed to everything else. */
    public static final U32 PORT_HANDLE = MEMBERS.reserved32("res1").u32("port_handle");
    /** Handle of an open LUN; answered by open, passed to everything else. */
    public static final U32 LUN_HANDLE = MEMBERS.u32("lun_handle");
    /** Outcome, {@code FSF_GOOD} and so on. */
    public static final U32 FSF_STATUS = MEMBERS.reserved32("res2").u32("fsf_status");
    /** The qualifier of the outcome, see {@link FsfStatusQual}. */
    public static final Part FSF_STATUS_QUAL = MEMBERS.part("fsf_status_qual", FsfStatusQual.LAYOUT);
    /** Where the log of the request starts, in bytes from the start of the QTCB. */
    public static final U16 LOG_START = MEMBERS.reserved("res3", 28).u16("log_start");
    /** Length of the log in bytes. */
    public static final U16 LOG_LENGTH = MEMBERS.u16("log_length");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("res4", 16).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbHeader() {
    }
}
