// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FailedSend;
import org.zfcp4j.zfcp.def.FsfReq;

/** Level 7.1 records that a request whose send failed was no longer on the list: it may be completed, and even freed. */
@LinuxSource(level = "7.1")
public final class RequestGone extends FailedSend {
    @Override
    public void lookedUp(Adapter adapter, long reqId, FsfReq found) {
        if (found == null) {
            DbfHba.hbaFsfReqid("fsrsrmf", 1, adapter, reqId);
        }
    }
}
