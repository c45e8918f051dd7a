// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_ELEMENTS_PER_BUFFER;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_READ;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_STATUS;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_WRITE;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ;

import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * The form of what the driver hands over, as far as the mock channel does not insist on it: each SBAL has a last entry, the type of an SBAL is
 * that of its command, both ids in the QTCB are the one in the SBAL, what is asked for is what the sender wants, and exchange config data asks for
 * the features that zfcp knows. Virtual
 * kernel.
 */
public final class RequestFormChecker implements WorldObserver {
    private static final int TYPE = SBAL_SFLAGS0_TYPE_WRITE_READ;
    private static final int FEATURES = FSF_FEATURE_NOTIFICATION_LOST | FSF_FEATURE_UPDATE_ALERT | FSF_FEATURE_REQUEST_SFP_DATA
            | FSF_FEATURE_FC_SECURITY;

    private final Findings findings;

    public RequestFormChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void submit(CcwDevice device, int first, int count) {
        boolean chained = false;
        for (int i = 0; i < count; i++) {
            int sbal = (first + i) & QDIO_MAX_BUFFERS_MASK;
            if (!hasLastEntry(device, sbal)) {
                report(device, "SBAL " + sbal + " has no last entry");
            }
            if (!chained && OutputSbal.isCommand(device, sbal)) {
                check(device, sbal);
            }
            chained = OutputSbal.hasMore(device, sbal);
        }
    }

    private static boolean hasLastEntry(CcwDevice device, int sbal) {
        long address = Adapters.of(device).qdio.reqQ[sbal];
        for (int i = 0; i < QDIO_MAX_ELEMENTS_PER_BUFFER; i++) {
            if ((QdioBufferElement.EFLAGS.get(QdioBuffer.ELEMENT.at(address, i)) & SBAL_EFLAGS_LAST_ENTRY) != 0) {
                return true;
            }
        }
        return false;
    }

    private void check(CcwDevice device, int sbal) {
        int type = QdioBufferElement.SFLAGS.get(QdioBuffer.ELEMENT.at(Adapters.of(device).qdio.reqQ[sbal], 0)) & TYPE;
        if (OutputSbal.isStatusRead(device, sbal)) {
            expect(device, type == SBAL_SFLAGS0_TYPE_STATUS, 0, "the type of its SBAL");
            return;
        }
        long qtcb = OutputSbal.qtcb(device, sbal);
        long header = FsfQtcb.HEADER.at(qtcb);
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        long id = OutputSbal.reqId(device, sbal);
        expect(device, FsfQtcbPrefix.REQ_ID.get(FsfQtcb.PREFIX.at(qtcb)) == id, command, "the id in the prefix of its QTCB");
        expect(device, FsfQtcbHeader.REQ_HANDLE.get(header) == id, command, "the id in the header of its QTCB");
        expect(device, isTypeOf(type, command), command, "the type of its SBAL");
        FsfReq req = RequestLists.find(Adapters.of(device), id);
        String contents = req == null ? null : RequestContents.mistake(req);
        expect(device, contents == null, command, contents);
        if (command == FSF_QTCB_EXCHANGE_CONFIG_DATA) {
            int features = FsfQtcbBottomConfig.FEATURE_SELECTION.get(FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(qtcb)));
            expect(device, features == FEATURES, command, "the features that it asks for");
        }
    }

    private static boolean isTypeOf(int type, int command) {
        return switch (command) {
            case FSF_QTCB_FCP_CMND -> type == SBAL_SFLAGS0_TYPE_READ || type == SBAL_SFLAGS0_TYPE_WRITE;
            case FSF_QTCB_SEND_ELS, FSF_QTCB_SEND_GENERIC -> type == SBAL_SFLAGS0_TYPE_WRITE_READ;
            default -> type == SBAL_SFLAGS0_TYPE_READ;
        };
    }

    private void expect(CcwDevice device, boolean right, int command, String what) {
        if (!right) {
            report(device, "command 0x" + Integer.toHexString(command) + " is not as zfcp makes it: " + what);
        }
    }

    private void report(CcwDevice device, String text) {
        findings.add(Invariant.PROTOCOL, device.busId(), text);
    }
}
