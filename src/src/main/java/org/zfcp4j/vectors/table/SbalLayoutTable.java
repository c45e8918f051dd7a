// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.vectors.Hex;

/** {@code sbal_layout.jsonl}: the SBALs of SCSI commands with any number of segments of one page. */
final class SbalLayoutTable implements Table {
    private static final int CDB_SIZE = 10;
    /** More than any host takes. */
    private static final int MAX_SEGMENTS = 1 << 16;
    /** Longer than the channel needs. */
    private static final long ANSWERED = 2;
    /** Of an SBALE in a request event. */
    private static final int ELEMENT = 1;
    private static final int EFLAGS = 2;
    private static final int SCOUNT = 3;
    private static final int SFLAGS = 4;
    private static final int LENGTH = 5;

    @Override
    public String kind() {
        return "sbal_layout";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("nseg") && row.has("layout");
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        for (boolean multibuffer : new boolean[] {true, false}) {
            List<Row> part = rows.stream().filter(row -> row.word("multibuffer") != 0 == multibuffer).toList();
            if (!part.isEmpty()) {
                results.addAll(replay(part, multibuffer));
            }
        }
        return results;
    }

    /** All on one device, one after the other, so that requests wrap around at the end of the queue. */
    private static List<RowResult> replay(List<Row> rows, boolean multibuffer) {
        List<RowResult> results = new ArrayList<>();
        var options = StartState.Options.of(StartState.Options.USUAL_FEATURES, multibuffer);
        try (StartState state = new StartState(options)) {
            state.run(start -> {
                long page = start.page();
                rows.forEach(row -> results.add(replay(start, row, page)));
                start.kernel().storage().free(page);
            });
        }
        return results;
    }

    private static RowResult replay(StartState state, Row row, long page) {
        int direction = switch (row.text("dir")) {
            case "read" -> ScsiConstants.DMA_FROM_DEVICE;
            case "write" -> ScsiConstants.DMA_TO_DEVICE;
            default -> ScsiConstants.DMA_NONE;
        };
        ScsiCmnd command = state.command(new byte[CDB_SIZE], direction, segments(row, page));
        state.takeEvents();
        Comparator comparator = new Comparator(row);
        comparator.number("rc", state.host().template.queuecommand(state.host(), command));

        JsonArray layout = new JsonArray();
        for (JsonObject event : state.takeEvents()) {
            if (Effects.ev(event).equals("req") && event.getString("cmd", "").equals("FCP_CMND")) {
                layout = layout(event.get("sbales").asArray());
            }
        }
        comparator.number("sbals", layout.size());
        comparator.json("layout", layout);
        state.world().sleepUnseen(ANSWERED);
        return comparator.result();
    }

    private static ScatterList segments(Row row, long page) {
        int count = row.word("nseg");
        if (count < 0 || count > MAX_SEGMENTS) {
            throw row.malformed("nseg");
        }
        if (count == 0) {
            return null;
        }
        ScatterList segments = new ScatterList(count);
        for (int i = 0; i < count; i++) {
            segments.set(i, page, Storage.PAGE_SIZE);
        }
        return segments;
    }

    /** For each SBAL flags, count and length of its first element, and which one is the last. */
    private static JsonArray layout(JsonArray sbales) {
        JsonArray layout = new JsonArray();
        JsonArray first = null;
        for (JsonValue value : sbales) {
            JsonArray sbale = value.asArray();
            if (sbale.get(ELEMENT).asInt() == 0) {
                first = sbale;
            }
            if ((Hex.parse(sbale.get(EFLAGS).asString()) & QdioConstants.SBAL_EFLAGS_LAST_ENTRY) != 0 && first != null) {
                // What lies in the first element of a later SBAL is data: its length is not what the table means.
                int length = layout.isEmpty() ? first.get(LENGTH).asInt() : 0;
                layout.add(new JsonArray().add(first.get(SFLAGS)).add(first.get(SCOUNT)).add(length)
                    .add(sbale.get(ELEMENT)));
            }
        }
        return layout;
    }
}
