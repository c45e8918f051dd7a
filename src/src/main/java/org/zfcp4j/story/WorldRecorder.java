// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.explore.CFunctions;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Event.Kind;
import org.zfcp4j.lab.EventText;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.Journal;
import org.zfcp4j.lab.JournalListener;
import org.zfcp4j.lab.Lane;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.trace.TraceRecord;

/** Records a world of the virtual kernel, event by event. */
public final class WorldRecorder implements JournalListener {
    /** An event with all that can be seen only while it happens. */
    private record Seen(Event event, List<String> calls, TraceRecord record, MachineState state, int broken) {
    }

    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, MachineReader> readers = new HashMap<>();
    private World world;
    private List<String> devices = List.of();

    @Override
    public void started(World newWorld) {
        world = newWorld;
        VirtualKernel kernel = (VirtualKernel) world.kernel();
        for (FcpDevice device : world.devices()) {
            readers.put(device.busId(), new MachineReader(kernel, device.busId(), device::adapter));
        }
        devices = world.devices().stream().map(FcpDevice::busId).toList();
    }

    @Override
    public void happened(Event event, TraceRecord record) {
        List<String> calls = event.lane() == Lane.CHANNEL ? List.of() : CFunctions.callChain();
        MachineReader reader = readers.get(event.device());
        MachineState state = reader == null ? null : reader.read();
        seen.add(new Seen(event, calls, record, state, world.findings().size()));
    }

    /** The devices of the world. */
    public List<String> devices() {
        return devices;
    }

    /** What was recorded of a device, up to the removal of the devices. */
    public Playback playback(MomentRun run, String level, String scenario, String device) {
        List<Step> steps = new ArrayList<>();
        MachineState state = MachineState.NONE;
        int opening = 0;
        int told = 0;
        List<Finding> findings = run.result().findings();
        for (int i = 0; i < seen.size() && !seen.get(i).event().name().equals(Journal.REMOVAL); i++) {
            Seen now = seen.get(i);
            Event event = now.event();
            if (!event.device().equals(device) && !event.device().isEmpty()) {
                continue;
            }
            MachineState before = state;
            state = now.state() == null ? state : now.state();
            int known = findingsUntil(i);
            List<String> broken = new ArrayList<>();
            for (; told < known && told < findings.size(); told++) {
                if (concerns(findings.get(told), device)) {
                    broken.add(findings.get(told).toString());
                }
            }
            if (run.moment().isOpening(event)) {
                opening = steps.size();
            }
            steps.add(step(now, before, state, broken));
        }
        if (told < findings.size() && !steps.isEmpty()) {
            addToLast(steps, findings.subList(told, findings.size()).stream().filter(f -> concerns(f, device)).toList());
        }
        return new Playback(Verdicts.about(run, level, scenario, device), MachineState.NONE, steps, opening);
    }

    /** How many findings there were before the event after number {@code i}: those of the event are among them. */
    private int findingsUntil(int i) {
        return i + 1 < seen.size() ? seen.get(i + 1).broken() : Integer.MAX_VALUE;
    }

    private static boolean concerns(Finding finding, String device) {
        return finding.device().isEmpty() || finding.device().equals(device);
    }

    private static void addToLast(List<Step> steps, List<Finding> findings) {
        Step last = steps.get(steps.size() - 1);
        List<String> broken = new ArrayList<>(last.broken());
        findings.forEach(finding -> broken.add(finding.toString()));
        steps.set(steps.size() - 1, new Step(last.nanos(), last.lane(), last.context(), last.calls(), last.text(), last.variable(),
                last.before(), last.after(), true, last.preempts(), last.state(), last.records(), broken));
    }

    private static Step step(Seen now, MachineState last, MachineState state, List<String> broken) {
        Event e = now.event();
        String variable = "";
        String before = "";
        String after = "";
        switch (e.kind()) {
            case STAT_MISS, FREE_SBALS -> {
                variable = e.kind() == Kind.STAT_MISS ? "stat_miss" : "req_q_free";
                before = Long.toString(e.a());
                after = Long.toString(e.b());
            }
            case STATUS -> {
                variable = "status";
                before = String.format("0x%08x", e.a() & 0xffffffffL);
                after = String.format("0x%08x", e.b() & 0xffffffffL);
            }
            case FETCH, POST, SEND -> {
                variable = "SLSB[" + e.a() + "]";
                before = String.format("0x%02x", last.slsb((int) e.a()));
                after = String.format("0x%02x", state.slsb((int) e.a()));
            }
            default -> {
            }
        }
        boolean waits = e.kind() == Kind.SLEEP && e.lane() == Lane.USER;
        boolean notable = !broken.isEmpty() || e.kind() != Kind.FREE_SBALS && e.kind() != Kind.IRQ && !waits;
        return new Step(e.micros() * 1000, e.lane().ordinal(), e.context(), now.calls(), EventText.of(e), variable, before, after,
                notable, false, state, now.record() == null ? List.of() : List.of(now.record()), broken);
    }
}
