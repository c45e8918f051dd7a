// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;

/**
 * Port speeds as the channel codes them. Not with the FSF commands, because the functions that update the SCSI host use
 * it, and those lie below the commands.
 */
public final class PortSpeed {
    public static final int ZFCP_FSF_PORTSPEED_1GBIT = 1;
    public static final int ZFCP_FSF_PORTSPEED_2GBIT = 1 << 1;
    public static final int ZFCP_FSF_PORTSPEED_4GBIT = 1 << 2;
    public static final int ZFCP_FSF_PORTSPEED_10GBIT = 1 << 3;
    public static final int ZFCP_FSF_PORTSPEED_8GBIT = 1 << 4;
    public static final int ZFCP_FSF_PORTSPEED_16GBIT = 1 << 5;
    public static final int ZFCP_FSF_PORTSPEED_32GBIT = 1 << 6;
    public static final int ZFCP_FSF_PORTSPEED_64GBIT = 1 << 7;
    public static final int ZFCP_FSF_PORTSPEED_128GBIT = 1 << 8;
    public static final int ZFCP_FSF_PORTSPEED_NOT_NEGOTIATED = 1 << 15;

    private PortSpeed() {
    }

    /**
     * {@code zfcp_fsf_convert_portspeed}: bits of the channel to bits of the FC transport class; the two number 4 and
     * 10 Gbit the other way round and differ from 64 Gbit on. Unknown bits are dropped.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_convert_portspeed")
    public static int convertPortspeed(int fsfSpeed) {
        int fdmiSpeed = 0;
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_1GBIT, FcHost.FC_PORTSPEED_1GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_2GBIT, FcHost.FC_PORTSPEED_2GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_4GBIT, FcHost.FC_PORTSPEED_4GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_10GBIT, FcHost.FC_PORTSPEED_10GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_8GBIT, FcHost.FC_PORTSPEED_8GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_16GBIT, FcHost.FC_PORTSPEED_16GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_32GBIT, FcHost.FC_PORTSPEED_32GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_64GBIT, FcHost.FC_PORTSPEED_64GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_128GBIT, FcHost.FC_PORTSPEED_128GBIT);
        fdmiSpeed |= map(fsfSpeed, ZFCP_FSF_PORTSPEED_NOT_NEGOTIATED, FcHost.FC_PORTSPEED_NOT_NEGOTIATED);
        return fdmiSpeed;
    }

    private static int map(int speeds, int from, int to) {
        return (speeds & from) != 0 ? to : 0;
    }
}
