// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;

/**
 * Payload of a version-change notification: the licensed internal code of the channel was updated. From level 7.1 on.
 */
public final class FsfVersionChange {
    private static final Members MEMBERS = Members.device("fsf_version_change");
    /** Version that the channel runs from now on. */
    public static final U32 CURRENT_VERSION = MEMBERS.u32("current_version");
    /** Version that it ran until now. */
    public static final U32 PREVIOUS_VERSION = MEMBERS.u32("previous_version");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfVersionChange() {
    }
}
