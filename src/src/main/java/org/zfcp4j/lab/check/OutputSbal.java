// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ;

import java.util.function.IntConsumer;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;

/** Reads what the driver put into the first element of an SBAL of its output queue. */
public final class OutputSbal {
    private OutputSbal() {
    }

    /** The adapter of a device; null before the driver made one. */
    public static Adapter adapter(CcwDevice device) {
        return (Adapter) device.device().driverData();
    }

    private static long element0(CcwDevice device, int sbal) {
        return QdioBuffer.element(adapter(device).qdio.reqQ[sbal], 0);
    }

    /** True for the first SBAL of a request, status reads included. */
    private static boolean isCommand(CcwDevice device, int sbal) {
        return (QdioBufferElement.sflags(element0(device, sbal)) & SBAL_SFLAGS0_COMMAND) != 0;
    }

    /** Calls {@code action} with the index of each SBAL of a run with which a request begins. */
    public static void forEachRequest(CcwDevice device, int first, int count, IntConsumer action) {
        for (int i = 0; i < count; i++) {
            int sbal = (first + i) & QDIO_MAX_BUFFERS_MASK;
            if (isCommand(device, sbal)) {
                action.accept(sbal);
            }
        }
    }

    /** True for the SBAL of a status read buffer. */
    public static boolean isStatusRead(CcwDevice device, int sbal) {
        int sflags = QdioBufferElement.sflags(element0(device, sbal));
        return (sflags & (SBAL_SFLAGS0_COMMAND | SBAL_SFLAGS0_TYPE_WRITE_READ)) == SBAL_SFLAGS0_COMMAND;
    }

    /** True if no element of it is in use. */
    static boolean isClear(CcwDevice device, int sbal) {
        long address = adapter(device).qdio.reqQ[sbal];
        for (long at = address; at < address + QdioBuffer.SIZE; at += Long.BYTES) {
            if (Memory.getLong(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The request id in it. */
    public static long reqId(CcwDevice device, int sbal) {
        return QdioBufferElement.addr(element0(device, sbal));
    }

    /** Absolute address of the QTCB; not of a status read. */
    public static long qtcb(CcwDevice device, int sbal) {
        return QdioBufferElement.addr(QdioBuffer.element(adapter(device).qdio.reqQ[sbal], 1));
    }
}
