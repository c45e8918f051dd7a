// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.debug.DebugArea;

/** {@code struct zfcp_dbf}: the five trace areas of an adapter, a lock and a record buffer each. */
public final class Dbf {
    public final DebugArea pay;
    public final DebugArea rec;
    public final DebugArea hba;
    public final DebugArea san;
    public final DebugArea scsi;
    public final SpinLock payLock;
    public final SpinLock recLock;
    public final SpinLock hbaLock;
    public final SpinLock sanLock;
    public final SpinLock scsiLock;
    /** Each buffer is used under the lock of its area. */
    public final byte[] payBuf;
    public final byte[] recBuf;
    public final byte[] hbaBuf;
    public final byte[] sanBuf;
    public final byte[] scsiBuf;

    public Dbf(Kernel kernel, DebugArea pay, DebugArea rec, DebugArea hba, DebugArea san, DebugArea scsi) {
        this.pay = pay;
        this.rec = rec;
        this.hba = hba;
        this.san = san;
        this.scsi = scsi;
        this.payLock = kernel.spinLock("dbf->pay_lock", this);
        this.recLock = kernel.spinLock("dbf->rec_lock", this);
        this.hbaLock = kernel.spinLock("dbf->hba_lock", this);
        this.sanLock = kernel.spinLock("dbf->san_lock", this);
        this.scsiLock = kernel.spinLock("dbf->scsi_lock", this);
        this.payBuf = new byte[pay.recordSize()];
        this.recBuf = new byte[rec.recordSize()];
        this.hbaBuf = new byte[hba.recordSize()];
        this.sanBuf = new byte[san.recordSize()];
        this.scsiBuf = new byte[scsi.recordSize()];
    }
}
