// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.linux.LinuxSource;

/** Conversion between the kernel's LUN integer and the eight bytes of an FCP LUN, here as a big-endian long. */
public final class FcpLun {
    private FcpLun() {
    }

    /** {@code int_to_scsilun}: the integer's low half word is the first level, and so on upwards. */
    @LinuxSource("scsi_common.c:int_to_scsilun")
    public static long fromScsiLun(long lun) {
        long fcpLun = 0;
        for (int level = 0; level < 4; level++) {
            fcpLun |= (lun >>> 16 * level & 0xffff) << 48 - 16 * level;
        }
        return fcpLun;
    }

    /** {@code scsilun_to_int}; the mapping is its own inverse. */
    @LinuxSource("scsi_common.c:scsilun_to_int")
    public static long toScsiLun(long fcpLun) {
        return fromScsiLun(fcpLun);
    }
}
