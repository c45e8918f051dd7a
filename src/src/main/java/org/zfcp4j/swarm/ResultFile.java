// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Results of one shard, as read from a file.
 *
 * @param task what was asked for, without the shard: equal in all files that belong together
 * @param results in the order of the file
 * @param cutOff whether the last line is incomplete, because the process was killed or still runs
 */
public record ResultFile(Path file, JsonObject task, Shard shard, List<JsonObject> results, boolean cutOff) {
    /** Member of the first line that tells the part. */
    public static final String SHARD = "shard";

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is none of ours, with a line for the user
     */
    public static ResultFile read(Path file) throws IOException {
        String text = Files.readString(file);
        boolean cutOff = !text.isEmpty() && !text.endsWith("\n");
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (cutOff) {
            lines.removeLast();
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " has no results");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                objects.add(Json.parse(lines.get(i)).asObject());
            } catch (ParseException | UnsupportedOperationException e) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + " is no JSON object");
            }
        }
        JsonObject task = objects.removeFirst();
        String shard = task.getString(SHARD, null);
        if (shard == null || task.getString("command", null) == null) {
            throw new IllegalArgumentException(file + " is no file of results: its first line names no command and no shard");
        }
        return new ResultFile(file, task.remove(SHARD), Shard.parse(shard), objects, cutOff);
    }
}
