// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.channel.StepDetail;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Status read buffers, in the virtual kernel: the channel never gets more than it tolerates, and it alone knows how many it has;
 * what is missing, claimed and not yet posted, on the request list and in completion adds up to the agreed number; none is posted
 * before exchange config data. A context that posts first and counts afterwards is equivalent to one that claims first, as long as
 * it is alone.
 */
public final class SrbChecker implements WorldObserver {
    /** What is known of a device. */
    private static final class State {
        /** On the request list, by their ids. */
        private final Set<Long> listed = new HashSet<>();
        /** How many the channel has rejected since the queues were established. */
        private int refused;
        /** The most that the channel had, rejected ones included. */
        private int most;
        /** Taken off the request list, and not yet counted as missing. */
        private int completing;
        /** By context: below 0 what it has claimed and not posted, above 0 what it has posted and not counted. */
        private final Map<String, Integer> balance = new HashMap<>();
        /** The counter was set since the queues were opened. */
        private boolean counterSet;
        /** From the initial posting to close. */
        private boolean accounted;

        private void balance(String context, int delta) {
            if (balance.merge(context, delta, Integer::sum) == 0) {
                balance.remove(context);
            }
        }

        private int claimed() {
            return -balance.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Kernel kernel;
    private final Findings findings;
    private final HandedOver handedOver;
    private final List<CcwDevice> devices;
    private final PerDevice<State> states = new PerDevice<>(device -> new State());

    /** @param devices by the numbers of their subchannels; may still grow */
    public SrbChecker(Kernel kernel, Findings findings, HandedOver handedOver, List<CcwDevice> devices) {
        this.kernel = kernel;
        this.findings = findings;
        this.handedOver = handedOver;
        this.devices = devices;
    }

    /** The most that the device's subchannel had at a time, rejected ones included. */
    public int most(CcwDevice device) {
        return states.of(device).most;
    }

    @Override
    public void channelStep(StepResult step) {
        if (step.kind() != StepKind.FETCH || step.command() != 0) {
            return;
        }
        CcwDevice device = devices.get(step.subchannel());
        State s = states.of(device);
        if (step.detail() == StepDetail.SRB_OVER_LIMIT) {
            s.refused++;
            findings.add(Invariant.SRB_LIMIT, device.busId(), step.srbs() + s.refused + " posted, the channel takes " + step.srbs());
        }
        s.most = Math.max(s.most, step.srbs() + s.refused);
    }

    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        states.of(device).refused = 0;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> {
                if (request.isStatusRead()) {
                    posted(device, request.id());
                }
            });
        }
    }

    @Override
    public void unseen(CcwDevice device, int first, int count) {
        State s = states.of(device);
        handedOver.forEach(device, first, count, request -> {
            if (request.isStatusRead() && s.listed.remove(request.id())) {
                s.balance(kernel.contextName(), -1);
            }
        });
    }

    private void posted(CcwDevice device, long id) {
        State s = states.of(device);
        s.listed.add(id);
        s.balance(kernel.contextName(), 1);
        if ((Adapters.of(device).status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_XCONFIG_OK) == 0) {
            findings.add(Invariant.SRB_BEFORE_CONFIG, device.busId(), "posted before exchange config data succeeded");
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (!HbaRecord.isHba(area) || HbaRecord.id(record) != DbfConstants.ZFCP_DBF_HBA_USS) {
            return;
        }
        State s = states.named(HbaRecord.busId(area));
        if (HbaRecord.hasTag(record, "fssrh_1")) {
            s.listed.remove(HbaRecord.reqId(record));
        } else if (HbaRecord.hasTag(record, "fssrh_4")) {
            s.listed.remove(HbaRecord.reqId(record));
            s.completing++;
        }
    }

    @Override
    public void activate(CcwDevice device, int rc) {
        states.of(device).counterSet = false;
    }

    @Override
    public void shutdown(CcwDevice device, int how) {
        states.of(device).accounted = false;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (!atomic.name().equals("stat_miss")) {
            return;
        }
        Adapter adapter = (Adapter) atomic.owner();
        State s = states.of(adapter.ccwDevice);
        String context = kernel.contextName();
        if (!s.counterSet && isRecovery(context)) {
            s.counterSet = true;
            s.accounted = true;
            compare(adapter, s, newValue, "the counter is set to " + newValue);
        } else if (newValue < oldValue) {
            s.balance(context, newValue - oldValue);
        } else if (s.balance.getOrDefault(context, 0) < 0) {
            s.balance(context, newValue - oldValue);
        } else {
            s.completing -= newValue - oldValue;
        }
        if (newValue < 0) {
            findings.add(Invariant.SRB_ACCOUNTING, adapter.busId(), "stat_miss has dropped to " + newValue);
        }
    }

    private static boolean isRecovery(String context) {
        return context.startsWith("zfcperp");
    }

    private void compare(Adapter adapter, State s, int missing, String when) {
        int sum = missing + s.claimed() + s.listed.size() + s.completing;
        if (sum != adapter.statReadBufNum) {
            findings.add(Invariant.SRB_ACCOUNTING, adapter.busId(), when + ": " + missing + " missing, " + s.claimed()
                    + " claimed, " + s.listed.size() + " posted, " + s.completing + " in completion, " + adapter.statReadBufNum
                    + " agreed");
        }
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            State s = states.of(device);
            if (adapter == null || adapter.reqList == null) {
                continue;
            }
            if (s.listed.size() != RequestLists.statusReads(adapter)) {
                findings.add(Invariant.SRB_ACCOUNTING, device.busId(), "the request list has "
                        + RequestLists.statusReads(adapter) + " status reads, " + s.listed.size() + " were posted and not completed");
            }
            if (s.accounted) {
                compare(adapter, s, adapter.statMiss.read(), "at the end");
                if (!s.balance.isEmpty()) {
                    findings.add(Invariant.SRB_ACCOUNTING, device.busId(), "claimed and not posted, or posted and not counted: "
                            + s.balance);
                }
            }
        }
    }
}
