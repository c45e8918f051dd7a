// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.scsi.ScsiCmnd;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** What a handler did, in order, a line each: observed from the port, or read from a recording of the C driver. */
final class Effects implements KernelObserver, DebugArea.Sink {
    private static final int TAG_OFFSET = 1;

    private final List<String> lines = new ArrayList<>();

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** A number written as {@code "0x..."}. */
    static long hex(String text) {
        return Long.parseUnsignedLong(text.substring(2), 16);
    }

    /** A number of 32 bits. */
    static int word(JsonObject line, String name) {
        return (int) JsonLines.number(line, name);
    }

    void siosl() {
        lines.add("siosl");
    }

    void scsiDone(ScsiCmnd command) {
        int length = command.senseBuffer.length;
        while (length > 0 && command.senseBuffer[length - 1] == 0) {
            length--;
        }
        lines.add(scsiDone(command.result, command.resid, HexFormat.of().formatHex(command.senseBuffer, 0, length)));
    }

    private static String scsiDone(int result, int resid, String sense) {
        return String.format("scsi_done %08x %d %s", result, resid, sense);
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (oldValue == newValue) {
            return;
        }
        if (atomic.name().equals("stat_miss")) {
            lines.add("stat_miss " + oldValue + " " + newValue);
        } else if (atomic.name().equals("status")) {
            String object = switch (atomic.owner()) {
                case Adapter adapter -> "adapter";
                case Port port -> String.format("port %016x", port.wwpn);
                case ScsiDev sdev -> String.format("lun %016x %016x", sdev.port.wwpn, ScsiDev.fcpLun(sdev.sdev));
                default -> throw new AssertionError(atomic.owner());
            };
            lines.add(String.format("status %s %08x %08x", object, oldValue, newValue));
        }
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        String where = work.owner() instanceof Port port ? String.format("@0x%016x", port.wwpn) : "";
        lines.add("queue_work " + work.name() + where + " " + queued);
    }

    @Override
    public void message(LogLevel level, Device device, String text) {
        lines.add("msg " + level.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void event(DebugArea area, int level, long tod, byte[] record, int length) {
        String kind = area.name().substring(area.name().lastIndexOf('_') + 1);
        String tag = new String(record, TAG_OFFSET, DbfConstants.ZFCP_DBF_TAG_LEN, StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.wrap(record);
        if (kind.equals("pay")) {
            return;
        }
        if (kind.equals("rec") && record[0] == DbfConstants.ZFCP_DBF_REC_TRIG) {
            lines.add(String.format("trig %s %02x %02x %016x %016x", tag,
                    record[(int) (ZfcpDbfRec.OFFSET_TRIG + ZfcpDbfRecTrigger.OFFSET_WANT)],
                    record[(int) (ZfcpDbfRec.OFFSET_TRIG + ZfcpDbfRecTrigger.OFFSET_NEED)],
                    bytes.getLong((int) ZfcpDbfRec.OFFSET_WWPN), bytes.getLong((int) ZfcpDbfRec.OFFSET_LUN)));
        } else {
            lines.add("dbf " + kind + ":" + tag + " " + level);
        }
    }

    /** The same lines from the {@code direct} array of a recording; plain fields are not among them. */
    static List<String> recorded(JsonObject row) {
        List<String> lines = new ArrayList<>();
        for (JsonValue value : row.get("direct").asArray()) {
            if (!value.asObject().getString("ev", "").equals("field")) {
                lines.add(line(value.asObject()));
            }
        }
        return lines;
    }

    /** The plain fields that changed, without order: {@code old} or {@code new} values. */
    static List<String> recordedFields(JsonObject row, String which) {
        List<String> fields = new ArrayList<>();
        for (JsonValue value : row.get("direct").asArray()) {
            JsonObject effect = value.asObject();
            if (effect.getString("ev", "").equals("field")) {
                fields.add(effect.getString("name", "") + " " + effect.getString(which, ""));
            }
        }
        return fields.stream().sorted().toList();
    }

    private static String line(JsonObject effect) {
        if (effect.get("dbf") != null) {
            return "dbf " + effect.getString("dbf", "") + " " + effect.getInt("level", -1);
        }
        if (effect.get("status") != null) {
            String object = effect.getString("status", "");
            for (String name : List.of("wwpn", "lun")) {
                if (effect.get(name) != null) {
                    object += String.format(" %016x", JsonLines.number(effect, name));
                }
            }
            return String.format("status %s %08x %08x", object, word(effect, "old"), word(effect, "new"));
        }
        if (effect.get("trig") != null) {
            return String.format("trig %s %02x %02x %016x %016x", effect.getString("trig", ""),
                    word(effect, "want"), word(effect, "need"), JsonLines.number(effect, "wwpn"),
                    JsonLines.number(effect, "lun"));
        }
        if (effect.get("queue_work") != null) {
            return "queue_work " + effect.getString("queue_work", "") + " " + effect.getBoolean("queued", false);
        }
        if (effect.get("msg") != null) {
            return "msg " + effect.getString("msg", "");
        }
        return switch (effect.getString("ev", "")) {
            case "siosl" -> "siosl";
            case "stat_miss" -> "stat_miss " + effect.getInt("old", 0) + " " + effect.getInt("new", 0);
            case "scsi" -> scsiDone(word(effect, "result"), effect.getInt("resid", -1),
                    effect.getString("sense", ""));
            default -> throw new AssertionError(effect);
        };
    }
}
