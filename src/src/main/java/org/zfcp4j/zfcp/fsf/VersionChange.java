// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SUB_LIC_CHANGE;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_VERSION_CHANGE;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.fsf.FsfVersionChange;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.StatusNotifications;

/** Level 7.1 hears of a concurrent update of the channel's licensed internal code, and asks for the version if it missed that. */
@LinuxSource(level = "7.1")
public final class VersionChange extends StatusNotifications {
    @Override
    public Work lostWork(Kernel kernel, Adapter adapter) {
        return kernel.work("version_change_lost_work", adapter, VersionChange::versionChangeLostWork);
    }

    /**
     * {@code zfcp_version_change_lost_work}: on the adapter's work queue, which waits up to 60 seconds for the answer. What the
     * answer says, its handler evaluates.
     */
    @LinuxSource("zfcp_aux.c:zfcp_version_change_lost_work")
    private static void versionChangeLostWork(Work work) {
        ExchangeConfigData.exchangeConfigDataSync(((Adapter) work.owner()).qdio, null);
    }

    @Override
    public void cancelLostWork(Adapter adapter) {
        adapter.versionChangeLostWork.cancelSync();
    }

    @Override
    public void notificationLost(Adapter adapter, int subtype) {
        if ((subtype & FSF_STATUS_READ_SUB_VERSION_CHANGE) != 0) {
            adapter.workQueue.queue(adapter.versionChangeLostWork);
        }
    }

    @Override
    public void statusRead(Adapter adapter, long srBuf) {
        switch (FsfStatusReadBuffer.STATUS_TYPE.get(srBuf)) {
            case FSF_STATUS_READ_VERSION_CHANGE -> statusReadVersionChange(adapter, srBuf);
            default -> {
            }
        }
    }

    /** {@code zfcp_fsf_status_read_version_change}: the code has another version from now on. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_status_read_version_change")
    private static void statusReadVersionChange(Adapter adapter, long srBuf) {
        if (FsfStatusReadBuffer.STATUS_SUBTYPE.get(srBuf) == FSF_STATUS_READ_SUB_LIC_CHANGE) {
            int version = FsfVersionChange.CURRENT_VERSION.get(FsfStatusReadBuffer.PAYLOAD_VERSION_CHANGE.at(srBuf));

            adapter.fsfLicVersion = version;
            // As the format "%#08x" of C has it, for which 0 has no prefix.
            adapter.scsiHost.fc.firmwareVersion = String.format(version == 0 ? "%08x" : "%#08x", version);
        }
    }
}
