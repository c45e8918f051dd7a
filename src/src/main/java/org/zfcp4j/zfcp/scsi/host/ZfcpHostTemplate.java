// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.scsi.ScsiHostTemplate;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** {@code zfcp_scsi_host_template}: the driver as the SCSI midlayer sees it. No state. */
final class ZfcpHostTemplate implements ScsiHostTemplate {
    static final ZfcpHostTemplate INSTANCE = new ZfcpHostTemplate();

    static final int CAN_QUEUE = 4096;
    /** Elements of the SBALs of a request without the last of each, less those for request id and QTCB. */
    static final int SG_TABLESIZE =
            (QdioConstants.QDIO_MAX_ELEMENTS_PER_BUFFER - 1) * ZfcpQdio.ZFCP_QDIO_MAX_SBALS_PER_REQ - 2;
    /** Sectors of 512 bytes in that many pages. */
    static final int MAX_SECTORS = SG_TABLESIZE * (Storage.PAGE_SIZE / 512);

    private ZfcpHostTemplate() {
    }

    @Override
    public int queuecommand(ScsiHost host, ScsiCmnd command) {
        return QueueCommand.queuecommand(command);
    }

    @Override
    public int ehAbortHandler(ScsiCmnd command) {
        return EhAbort.ehAbortHandler(command);
    }

    @Override
    public int ehDeviceResetHandler(ScsiCmnd command) {
        return EhReset.ehDeviceResetHandler(command);
    }

    @Override
    public int ehTargetResetHandler(ScsiCmnd command) {
        return EhReset.ehTargetResetHandler(command);
    }

    @Override
    public int ehHostResetHandler(ScsiCmnd command) {
        return EhReset.ehHostResetHandler(command);
    }

    @Override
    public Object newDeviceData(ScsiDevice device) {
        return new ScsiDev((Adapter) device.host.hostdata, device);
    }

    @Override
    public int slaveAlloc(ScsiDevice device) {
        return SlaveOps.slaveAlloc(device);
    }

    @Override
    public int slaveConfigure(ScsiDevice device) {
        return SlaveOps.slaveConfigure(device);
    }

    @Override
    public void slaveDestroy(ScsiDevice device) {
        SlaveOps.slaveDestroy(device);
    }

    @Override
    public int hostReset(ScsiHost host, int resetType) {
        return EhReset.sysfsHostReset(host, resetType);
    }
}
