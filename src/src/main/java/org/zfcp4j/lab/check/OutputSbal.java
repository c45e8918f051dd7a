// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_MORE_SBALS;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.qdio.CcwDevice;

/** Reads an SBAL of the driver's output queue: only while it is in the hands of the context that is watched. */
final class OutputSbal {
    private OutputSbal() {
    }

    private static long element0(CcwDevice device, int sbal) {
        return QdioBuffer.ELEMENT.at(Adapters.of(device).qdio.reqQ[sbal], 0);
    }

    /** True for the first SBAL of a request, status reads included. */
    static boolean isCommand(CcwDevice device, int sbal) {
        return (QdioBufferElement.SFLAGS.get(element0(device, sbal)) & SBAL_SFLAGS0_COMMAND) != 0;
    }

    /** True if the request continues in the next SBAL. */
    static boolean hasMore(CcwDevice device, int sbal) {
        return (QdioBufferElement.SFLAGS.get(element0(device, sbal)) & SBAL_SFLAGS0_MORE_SBALS) != 0;
    }

    /** True for the SBAL of a status read buffer. */
    static boolean isStatusRead(CcwDevice device, int sbal) {
        int sflags = QdioBufferElement.SFLAGS.get(element0(device, sbal));
        return (sflags & (SBAL_SFLAGS0_COMMAND | SBAL_SFLAGS0_TYPE_WRITE_READ)) == SBAL_SFLAGS0_COMMAND;
    }

    /** True if no element of it is in use. */
    static boolean isClear(CcwDevice device, int sbal) {
        long address = Adapters.of(device).qdio.reqQ[sbal];
        for (long at = address; at < address + QdioBuffer.SIZE; at += Long.BYTES) {
            if (Memory.getLong(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The request id in it. */
    static long reqId(CcwDevice device, int sbal) {
        return QdioBufferElement.ADDR.get(element0(device, sbal));
    }

    /** Absolute address of the QTCB; not of a status read. */
    static long qtcb(CcwDevice device, int sbal) {
        return QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(Adapters.of(device).qdio.reqQ[sbal], 1));
    }
}
