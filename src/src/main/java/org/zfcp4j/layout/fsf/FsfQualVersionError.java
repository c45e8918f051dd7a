// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;

/** Protocol status qualifier of {@code FSF_PROT_QTCB_VERSION_ERROR}. */
public final class FsfQualVersionError {
    private static final Members MEMBERS = Members.device("fsf_qual_version_error");
    /** QTCB version that the channel supports. */
    public static final U32 FSF_VERSION = MEMBERS.u32("fsf_version");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.u32sReserved("res1", 3).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQualVersionError() {
    }
}
