// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

/** The attributes of the FC transport class for a host ({@code fc_host_*}); written by the driver, read by anyone. */
public final class FcHost {
    public static final int FC_PORTTYPE_UNKNOWN = 0;
    public static final int FC_PORTTYPE_OTHER = 1;
    public static final int FC_PORTTYPE_NOTPRESENT = 2;
    public static final int FC_PORTTYPE_NPORT = 3;
    public static final int FC_PORTTYPE_NLPORT = 4;
    public static final int FC_PORTTYPE_LPORT = 5;
    public static final int FC_PORTTYPE_PTP = 6;
    public static final int FC_PORTTYPE_NPIV = 7;
    public static final int FC_PORTSPEED_UNKNOWN = 0;
    public static final int FC_PORTSPEED_1GBIT = 1 << 0;
    public static final int FC_PORTSPEED_2GBIT = 1 << 1;
    public static final int FC_PORTSPEED_10GBIT = 1 << 2;
    public static final int FC_PORTSPEED_4GBIT = 1 << 3;
    public static final int FC_PORTSPEED_8GBIT = 1 << 4;
    public static final int FC_PORTSPEED_16GBIT = 1 << 5;
    public static final int FC_PORTSPEED_32GBIT = 1 << 6;
    public static final int FC_PORTSPEED_64GBIT = 1 << 12;
    public static final int FC_PORTSPEED_128GBIT = 1 << 13;
    public static final int FC_PORTSPEED_NOT_NEGOTIATED = 1 << 15;
    public static final int FC_FC4_LIST_SIZE = 32;
    /** Bytes of a symbolic name with its terminator. */
    public static final int FC_SYMBOLIC_NAME_SIZE = 256;
    public static final int FC_COS_CLASS1 = 2;
    public static final int FC_COS_CLASS2 = 4;
    public static final int FC_COS_CLASS3 = 8;
    public static final int FC_COS_CLASS4 = 0x10;
    public static final int FC_PORTSTATE_UNKNOWN = 0;
    public static final int FC_PORTSTATE_ONLINE = 2;
    public static final int FC_PORTSTATE_OFFLINE = 3;
    public static final int FC_PORTSTATE_BLOCKED = 4;
    public static final int FC_PORTSTATE_BYPASSED = 5;
    public static final int FC_PORTSTATE_DIAGNOSTICS = 6;
    public static final int FC_PORTSTATE_LINKDOWN = 7;
    public static final int FC_PORTSTATE_ERROR = 8;

    public volatile long nodeName = -1;
    public volatile long portName = -1;
    public volatile long permanentPortName = -1;
    public volatile long fabricName = -1;
    public volatile int portId = -1;
    public volatile int portType;
    public volatile int speed;
    public volatile int supportedSpeeds;
    public volatile int supportedClasses;
    public volatile int maxframeSize;
    public volatile String serialNumber = "";
    public volatile String manufacturer = "";
    public volatile String model = "";
    public volatile String hardwareVersion = "";
    public volatile String firmwareVersion = "";
    public volatile String symbolicName = "";
    public volatile byte[] supportedFc4s = new byte[32];
    public volatile byte[] activeFc4s = new byte[32];
}
