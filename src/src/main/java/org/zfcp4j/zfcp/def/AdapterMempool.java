// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;

/** {@code struct zfcp_adapter_mempool}: reserves so that recovery works without free memory. */
public final class AdapterMempool {
    public Mempool<FsfReq> erpReq;
    public Mempool<FsfReq> gidPnReq;
    public Mempool<FsfReq> scsiReq;
    public Mempool<FsfReq> scsiAbort;
    public Mempool<FsfReq> statusReadReq;
    /** Pages of status read buffers. */
    public StoragePool srData;
    /** Payloads of D_ID look-ups. */
    public StoragePool gidPn;
    public StoragePool qtcbPool;
}
