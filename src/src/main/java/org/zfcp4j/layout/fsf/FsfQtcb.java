// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/**
 * Queue transfer control block (QTCB): a request to the channel and, in the same place, its answer.
 *
 * <p>Element 1 of the first SBAL of every request but a status read points to one.
 */
public final class FsfQtcb {
    private static final Members MEMBERS = Members.device("fsf_qtcb");
    /** The first part, see {@link FsfQtcbPrefix}. */
    public static final Part PREFIX = MEMBERS.part("prefix", FsfQtcbPrefix.LAYOUT);
    /** The second part, see {@link FsfQtcbHeader}. */
    public static final Part HEADER = MEMBERS.part("header", FsfQtcbHeader.LAYOUT);
    /** The third part, see {@link FsfQtcbBottom}. */
    public static final Part BOTTOM = MEMBERS.part("bottom", FsfQtcbBottom.LAYOUT);
    /** The log that the channel may write about the request. */
    public static final Bytes LOG = MEMBERS.bytes("log", 1024);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcb() {
    }
}
