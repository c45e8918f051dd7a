// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** What the recorded driver and its environment were set to, as far as it differs from the defaults: seen in what they did. */
final class ScenarioParameters {
    private static final long DIF_DIRECTION = 0x8;
    private static final int SLEEP_MILLIS = 5;
    /** What a host without DIX takes at least: 36 SBALs of 15 elements, less two. */
    private static final int MIN_SG_TABLESIZE = 36 * 15 - 2;
    /** What precedes it in the symbolic port name. */
    private static final String NODENAME = "NAME: ";

    private final Recording recording;

    ScenarioParameters(Recording recording) {
        this.recording = recording;
    }

    private Line find(Predicate<Line> wanted) {
        return recording.lines().stream().filter(wanted).findFirst().orElse(null);
    }

    private boolean any(Predicate<Line> wanted) {
        return find(wanted) != null;
    }

    /** Jiffies a second of the recorded kernel; those of the port if the recording does not say. */
    int hz() {
        return recording.meta().has("HZ") ? recording.meta().signed("HZ") : Kernel.HZ;
    }

    ModuleParameters module() {
        ModuleParameters parameters = new ModuleParameters();
        parameters.dbflevel = recording.meta().signed("dbflevel");
        Line establish = find(l -> l.is("qdio", "establish"));
        parameters.datarouter = establish == null || establish.number("qdr_ac") != 0;
        boolean dif = any(line -> carriesProtection(line) || hasDixHost(line));
        parameters.dif = dif;
        parameters.dix = dif;
        parameters.noAutoPortRescan = isRescanOff();
        parameters.portScanRatelimit = portScanRatelimit(parameters.portScanRatelimit);
        parameters.berStop = !any(l -> l.event().equals("srb") && l.text("what").equals("BIT_ERROR"))
            || any(l -> l.event().equals("dbf") && l.text("tag").equals("fssrh_b"));
        parameters.allowLunScan = !any(l -> l.is("scsi", "slave_alloc_done") && l.signed("rc") < 0);
        return parameters;
    }

    private static boolean carriesProtection(Line line) {
        if (line.event().equals("note")) {
            return line.text("text").startsWith(ScsiCommands.PROTECTION_NOTE);
        }
        return line.event().equals("req") && line.text("cmd").equals("FCP_CMND")
            && (ScsiCommands.dataDirection(line) & DIF_DIRECTION) != 0;
    }

    /** With DIX, data and protection data share the elements of a request, so that a host takes half the segments. */
    private static boolean hasDixHost(Line line) {
        return line.is("scsi", "add_host") && line.signed("sg_tablesize") < MIN_SG_TABLESIZE;
    }

    /**
     * Recovery and notifications queue port scans unless automatic scans are off. Then setting a device online does; and recovery
     * queues nothing but the symbolic name, which comes after the scan otherwise.
     */
    private boolean isRescanOff() {
        boolean automatic = any(line -> isQueued(line, "scan_work") && !line.isScript()
            && !line.context().equals(Contexts.TIMER));
        return !automatic && any(line -> isScanOfSetOnline(line)
            || isQueued(line, "ns_up_work") && line.context().startsWith("erp:"));
    }

    private static boolean isQueued(Line line, String work) {
        return line.event().equals("queue_work") && line.text("work").equals(work);
    }

    /** True if the context that queues a port scan is setting a device online. */
    private boolean isScanOfSetOnline(Line line) {
        if (!line.isScript() || !isQueued(line, "scan_work")) {
            return false;
        }
        List<Line> lines = recording.lines();
        for (int i = line.index(); i >= 0; i--) {
            Line before = lines.get(i);
            if (before.context().equals(line.context()) && before.event().equals("ccw")) {
                return before.op().equals("set_online");
            }
        }
        return false;
    }

    /** From the first scan that is queued after another one: it is delayed until the limit is over. */
    private int portScanRatelimit(int usual) {
        Map<String, Long> scanned = new HashMap<>();
        for (Line line : recording.lines()) {
            if (!line.text("work").equals("scan_work")) {
                continue;
            }
            String device = line.context().substring(line.context().indexOf(':') + 1);
            Long start = scanned.get(device);
            if (line.event().equals("work_start")) {
                scanned.put(device, line.time());
            } else if (line.event().equals("queue_work") && line.context().startsWith("erp:") && start != null) {
                long passed = line.time() - start - random();
                if (line.has("delay_ms")) {
                    return (int) (passed + line.number("delay_ms"));
                }
                if (passed < usual) {
                    return 0;
                }
            }
        }
        return usual;
    }

    /** Name of the recorded system, as the driver registers it with the fabric. */
    String nodename() {
        for (Line line : recording.lines()) {
            if (line.event().equals("req") && line.has("payload")) {
                byte[] payload = Hex.bytes(line.text("payload"), (int) line.number("payload_len"));
                String text = new String(payload, StandardCharsets.US_ASCII);
                int at = text.indexOf(NODENAME);
                if (at >= 0) {
                    int end = text.indexOf(0, at);
                    return text.substring(at + NODENAME.length(), end < 0 ? text.length() : end);
                }
            }
        }
        return "";
    }

    /** Some fields are sampled in some recordings only: those that have a line about them. */
    boolean isSampled(String field) {
        return switch (field) {
            case "peer_wwnn", "peer_wwpn", "peer_d_id", "fc_security_algorithms", "connection_info" ->
                any(l -> l.event().equals("field") && l.text("name").equals(field));
            default -> true;
        };
    }

    /** True if the recording tells when a tasklet cannot run. */
    boolean tellsTasklets() {
        return any(line -> line.event().equals("tasklet"));
    }

    /** The number that the recorded driver got for every random number that it asked for. */
    int random() {
        Line sleep = find(l -> l.isScript() && l.event().equals("sleep"));
        return sleep == null ? 0 : sleep.signed("ms");
    }

    /** Subchannel operations take no time, or sleep, which is recorded right before they return. */
    QdioTiming timing() {
        Line previous = recording.meta();
        for (Line line : recording.lines()) {
            if (line.is("qdio", "establish")) {
                boolean slept = previous.event().equals("sleep") && previous.signed("ms") == SLEEP_MILLIS;
                return slept ? QdioTiming.FIVE_EACH : QdioTiming.NONE;
            }
            if (line.context().startsWith("erp:")) {
                previous = line;
            }
        }
        return QdioTiming.NONE;
    }

    /** The driver's own policy, unless the recording says that its driver was changed. */
    RefillPolicy policy() {
        boolean cancels = recording.meta().text("scenario").endsWith("cancel_at_close")
            || recording.meta().text("desc").contains("stat_work cancelled when the queues are closed")
            || recording.meta().text("driver").contains("cancel_work_sync(stat_work)");
        return RefillPolicies.byName(cancels ? "cancel-at-close" : "add-unless");
    }

    /** Which Linux the recorded driver is of: its version begins with the release. One that does not say is of the default. */
    Level level() {
        String driver = recording.meta().text("driver");
        if (driver.isEmpty()) {
            return Levels.byRelease(Levels.DEFAULT);
        }
        for (String release : Levels.releases()) {
            if (driver.startsWith("linux-" + release + ".") || driver.startsWith("linux-" + release + " ")) {
                return Levels.byRelease(release);
            }
        }
        throw new IllegalArgumentException("recordings are of Linux " + String.join(" or ", Levels.releases()) + ", not of \"" + driver
            + "\"");
    }
}
