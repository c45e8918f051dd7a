// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_PAY_MAX_REC;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Dbf;

/**
 * Records of the payload area: what does not fit into a record of another area, in pieces of 256 bytes with a running
 * number, tied to that record by the request id. {@code pay_lock} nests in the locks of the other areas.
 */
final class Payload {
    private static final int LEVEL = 1;

    private Payload() {
    }

    /** {@code zfcp_dbf_plen}: length of a record that carries so many bytes. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_plen")
    static int plen(int offset) {
        return ZfcpDbfPay.SIZE + offset - ZFCP_DBF_PAY_MAX_REC;
    }

    /**
     * {@code zfcp_dbf_pl_write}: traces {@code length} bytes of main storage.
     *
     * @param data absolute address
     * @param length as the record says, 16 bits
     * @param limit bytes at {@code data} that belong to the driver: what the channel says about a length is not trusted
     * @param area says what it is, seven characters
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_pl_write")
    static void plWrite(Kernel kernel, Dbf dbf, long data, int length, long limit, String area, long reqId) {
        byte[] pl = dbf.payBuf;
        long end = Math.min(length, limit);

        dbf.payLock.lock();
        begin(pl, area, reqId);
        int counter = 0;
        for (int offset = 0; offset < end; offset += ZFCP_DBF_PAY_MAX_REC) {
            write(kernel, dbf, counter++, data + offset, (int) Math.min(ZFCP_DBF_PAY_MAX_REC, end - offset));
        }
        dbf.payLock.unlock();
    }

    /** Clears the buffer for a series of records; {@code pay_lock} is held until its end. */
    static void begin(byte[] pl, String area, long reqId) {
        TraceRecord.clear(pl);
        TraceRecord.putLong(pl, ZfcpDbfPay.FSF_REQ_ID.offset(), reqId);
        TraceRecord.putTag(pl, ZfcpDbfPay.AREA.offset(), area);
    }

    /** One record of a series. */
    static void write(Kernel kernel, Dbf dbf, int counter, long data, int length) {
        byte[] pl = dbf.payBuf;
        TraceRecord.putByte(pl, ZfcpDbfPay.COUNTER.offset(), counter);
        Memory.get(data, pl, (int) ZfcpDbfPay.DATA.offset(), length);
        dbf.pay.event(LEVEL, kernel.todClock(), pl, plen(length));
    }
}
