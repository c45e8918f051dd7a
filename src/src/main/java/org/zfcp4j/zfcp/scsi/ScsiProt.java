// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** Protection information: DIF between channel and device, DIX between host and channel. Any context. */
public final class ScsiProt {
    /** Sense data in descriptor format, current. */
    private static final int DESCRIPTOR_FORMAT = 0x72;
    /** Additional sense code: the protection information does not match the data. */
    private static final int ASC_PROTECTION_ERROR = 0x10;

    private ScsiProt() {
    }

    /** {@code zfcp_scsi_set_prot}: tells the SCSI host what parameters and channel together allow. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_set_prot")
    public static void setProt(Adapter adapter) {
        ModuleParameters parameters = adapter.module.parameters;
        ScsiHost shost = adapter.scsiHost;
        int mask = 0;

        boolean dataDiv = (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED) != 0;

        if ((parameters.dif || parameters.dix)
                && (adapter.adapterFeatures & FsfConstants.FSF_FEATURE_DIF_PROT_TYPE1) != 0) {
            mask |= ScsiConstants.SHOST_DIF_TYPE1_PROTECTION;
        }
        if (parameters.dix && dataDiv && (adapter.adapterFeatures & FsfConstants.FSF_FEATURE_DIX_PROT_TCPIP) != 0) {
            mask |= ScsiConstants.SHOST_DIX_TYPE1_PROTECTION;
            shost.protGuardType = ScsiConstants.SHOST_DIX_GUARD_IP;
            // Data and protection data share the elements of a request.
            shost.sgProtTablesize = adapter.qdio.maxSbalePerReq / 2;
            shost.sgTablesize = adapter.qdio.maxSbalePerReq / 2;
            shost.maxSectors = shost.sgTablesize * 8;
        }
        shost.protCapabilities = mask;
    }

    /**
     * {@code zfcp_scsi_dif_sense_error}: reports a protection error found by the channel as sense data of the device, with a
     * host byte that lets the midlayer retry.
     *
     * @param ascq additional sense code qualifier: which tag did not match
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_dif_sense_error")
    public static void difSenseError(ScsiCmnd scmd, int ascq) {
        buildSenseBuffer(scmd.senseBuffer, ScsiConstants.ILLEGAL_REQUEST, ASC_PROTECTION_ERROR, ascq);
        Adapter adapter = (Adapter) scmd.device.host.hostdata;
        adapter.module.level.senseResult().checkCondition(scmd);
        scmd.setHostByte(ScsiConstants.DID_SOFT_ERROR);
    }

    /** {@code scsi_build_sense_buffer} in its descriptor form, without descriptors. */
    @LinuxSource("scsi_common.c:scsi_build_sense_buffer")
    private static void buildSenseBuffer(byte[] buf, int key, int asc, int ascq) {
        buf[0] = DESCRIPTOR_FORMAT;
        buf[1] = (byte) key;
        buf[2] = (byte) asc;
        buf[3] = (byte) ascq;
        buf[7] = 0;
    }
}
