// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.HashSet;
import java.util.Set;
import org.zfcp4j.kernel.Work;

import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.kernel.virtual.TaskKind;

/**
 * The part of the environment that calls the driver: does at its recorded time what begins each run of lines of the script's own
 * context. What follows from it is the driver's and is compared.
 */
final class Script {
    /** How often the script lets others go first without any of them doing something that is recorded. */
    private static final int PATIENCE = 3;
    private static final int MAX_SLEEP = 60_000;
    private static final String LUN_SCAN = "fc_scan_work";

    private final ReplayWorld world;
    private final Cursor cursor;
    private final ScriptActions actions;
    private final Set<Line> started = new HashSet<>();

    Script(ReplayWorld world, Cursor cursor, ScriptActions actions) {
        this.world = world;
        this.cursor = cursor;
        this.actions = actions;
    }

    /** The main process of the script; returns at the end of the recording, or when the port has left it. */
    void run() {
        Line line;
        while (!actions.isOver() && (line = cursor.find(this::isStart)) != null) {
            sleepUntil(line.time());
            if (!line.context().equals(Contexts.USER)) {
                startProcess(line);
            } else {
                letOthersGoFirst(line);
                actions.perform(line);
            }
        }
        finish();
    }

    /** What others still do after the script's last line. */
    private void finish() {
        Line line;
        Line last = null;
        while (!actions.isOver() && (line = cursor.peek()) != last && line != null) {
            last = line;
            sleepUntil(line.time());
            letOthersGoFirst(null);
        }
    }

    private boolean isStart(Line line) {
        return line.context().equals(Contexts.USER)
            || line.context().equals(Contexts.ONLINE) && line.is("ccw", "set_online") && !started.contains(line)
            || Contexts.isOtherUser(line.context()) && !started.contains(line) && !isAlive(line.context());
    }

    /** True while a process that the script has started is in its call. */
    private boolean isAlive(String context) {
        return world.kernel().tasks().stream()
            .anyMatch(task -> task.kind() == TaskKind.USER && task.name().equals(context) && !task.hasEnded());
    }

    private void startProcess(Line line) {
        started.add(line);
        world.kernel().user(line.context(), () -> actions.perform(line));
    }

    private void sleepUntil(long time) {
        long now = world.kernel().jiffies();
        if (time > now) {
            world.sleepUnseen(time - now);
        }
    }

    private void letOthersGoFirst(Line line) {
        int patience = PATIENCE;
        int position = cursor.position();
        while (cursor.peek() != line && patience > 0) {
            world.sleepUnseen(0);
            if (cursor.position() == position) {
                patience--;
            }
            position = cursor.position();
        }
    }

    /** The recorded environment takes some time to end the threads of an adapter, which no other line shows. */
    void removed() {
        Line next = cursor.peek();
        if (next != null && next.is("ccw", "remove_done")) {
            sleepUntil(next.time());
        }
    }

    /** The recorded FC transport scanned the new remote port for LUNs: so does this one, on the host's work queue. */
    void remotePortAdded(ScsiHost host) {
        Line next = cursor.peek();
        if (next != null && next.event().equals("queue_work") && next.text("work").equals(LUN_SCAN)) {
            Work work = world.kernel().work(LUN_SCAN, null, w -> scanLuns());
            world.scsi().queueWork(host, work);
        }
    }

    /** The recorded FC transport may have slept while it blocked the SCSI targets of the remote port. */
    void remotePortDeleted() {
        Line next = cursor.peek();
        if (next != null && next.event().equals("sleep") && next.time() == world.kernel().jiffies()
                && next.context().equals(Contexts.of(world.kernel().currentTask()))) {
            world.kernel().msleep(next.upTo("ms", MAX_SLEEP));
        }
    }

    /** Does what the recorded scan did, until the work item ends. */
    private void scanLuns() {
        String context = Contexts.of(world.kernel().currentTask());
        Line line;
        while (!actions.isOver() && (line = cursor.find(l -> l.context().equals(context))) != null) {
            sleepUntil(line.time());
            letOthersGoFirst(line);
            if (line.event().equals("work_end")) {
                return;
            }
            actions.perform(line);
        }
    }
}
