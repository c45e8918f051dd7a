// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * Module parameters of zfcp with their defaults. Set before the first adapter is enqueued, except {@link #noAutoPortRescan},
 * {@link #portScanBackoff} and {@link #portScanRatelimit}, which may change at any time.
 */
public final class ModuleParameters {
    /** {@code datarouter}: ask for the hardware data router. */
    public boolean datarouter = true;
    /** {@code dbflevel}: 0 to 6. */
    public int dbflevel = 3;
    /** {@code queue_depth}: default depth of a SCSI device. */
    public int queueDepth = 32;
    /** {@code dif}: DIF. */
    public boolean dif;
    /** {@code dix}: DIX, experimental. */
    public boolean dix;
    /** {@code allow_lun_scan}: automatic LUN scan in NPIV mode. */
    public boolean allowLunScan = true;
    /** {@code no_auto_port_rescan}. */
    public volatile boolean noAutoPortRescan;
    /** {@code port_scan_backoff}: upper bound of the random delay of a port scan, milliseconds. */
    public volatile int portScanBackoff = 500;
    /** {@code port_scan_ratelimit}: least time between port scans, milliseconds. */
    public volatile int portScanRatelimit = 60000;
    /** {@code ber_stop}: shut the device down on a bit error threshold notification. */
    public boolean berStop = true;
    /** Status read buffers at least, whatever the channel asks for: no parameter of zfcp; less than the constant in the lab only. */
    public int statusReads = FsfConstants.FSF_STATUS_READS_RECOM;
    /** Where request ids begin when a device is set online: no parameter of zfcp, in which it is 0; what takes years happens at once so. */
    public long firstReqNo;
}
