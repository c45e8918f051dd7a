// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_DUPLICATE_REQUEST_ID;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_QTCB_VERSION_ERROR;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_SEQ_NUMB_ERROR;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_UNSUPP_QTCB_TYPE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.StepDetail;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;

/**
 * What the driver hands over is valid for the channel: SBALs, addresses, versions, request ids, sequence numbers. After an
 * injected error the numbers do not follow each other; so nothing counts then until the queues were established anew. Virtual kernel.
 */
public final class ProtocolChecker implements WorldObserver {
    private final Findings findings;
    private final List<CcwDevice> devices;
    private final Set<CcwDevice> disturbed = new HashSet<>();

    /** @param devices by the numbers of their subchannels; may still grow */
    public ProtocolChecker(Findings findings, List<CcwDevice> devices) {
        this.findings = findings;
        this.devices = devices;
    }

    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        if (rc != 0 && device.subchannel() instanceof FcpSubchannel subchannel && subchannel.hasIndicator()) {
            findings.add(Invariant.PROTOCOL, device.busId(), "the queues were not established, and the channel has their indicator");
        }
        disturbed.remove(device);
    }

    @Override
    public void channelStep(StepResult step) {
        if (step.subchannel() < 0) {
            return;
        }
        CcwDevice device = devices.get(step.subchannel());
        if (disturbed.contains(device)) {
            return;
        }
        if (step.kind() == StepKind.FETCH && step.detail() == StepDetail.FAULT) {
            disturbed.add(device);
            return;
        }
        String text = switch (step.kind()) {
            case FETCH -> fetched(step.detail());
            case FINISH -> finished(step);
            default -> null;
        };
        if (text != null) {
            findings.add(Invariant.PROTOCOL, device.busId(), text);
        }
    }

    private static String fetched(StepDetail detail) {
        return switch (detail) {
            case BAD_SBAL, BAD_ADDRESS -> "the channel refuses an SBAL: " + detail.text();
            default -> null;
        };
    }

    private static String finished(StepResult step) {
        String what = switch (step.protStatus()) {
            case FSF_PROT_QTCB_VERSION_ERROR -> "the version of its QTCB";
            case FSF_PROT_SEQ_NUMB_ERROR -> "its sequence number";
            case FSF_PROT_UNSUPP_QTCB_TYPE -> "the type of its QTCB";
            case FSF_PROT_DUPLICATE_REQUEST_ID -> "its id, which is in use";
            default -> null;
        };
        return what == null || step.detail() == StepDetail.FAULT ? null
                : "the channel refuses command 0x" + Integer.toHexString(step.command()) + " for " + what;
    }
}
