// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/**
 * Third part of a QTCB, by QTCB type.
 *
 * <p>The four forms lie at the same address; each accessor says which one the caller means.
 */
public final class FsfQtcbBottom {
    private static final Members MEMBERS = Members.deviceUnion("fsf_qtcb_bottom");
    /** Address as bottom of a SCSI command, see {@link FsfQtcbBottomIo}. */
    public static final Part IO = MEMBERS.part("io", FsfQtcbBottomIo.LAYOUT);
    /** Address as bottom of a support command, see {@link FsfQtcbBottomSupport}. */
    public static final Part SUPPORT = MEMBERS.part("support", FsfQtcbBottomSupport.LAYOUT);
    /** Address as bottom of exchange configuration data, see {@link FsfQtcbBottomConfig}. */
    public static final Part CONFIG = MEMBERS.part("config", FsfQtcbBottomConfig.LAYOUT);
    /** Address as bottom of exchange port data, see {@link FsfQtcbBottomPort}. */
    public static final Part PORT = MEMBERS.part("port", FsfQtcbBottomPort.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbBottom() {
    }
}
