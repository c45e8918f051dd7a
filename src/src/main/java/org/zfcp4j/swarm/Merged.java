// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import com.eclipsesource.json.JsonObject;
import java.util.List;

/** What several files of results add up to. It does not depend on how the whole was split. */
public interface Merged {
    /** True if nothing is missing, and nothing was wrong. */
    boolean ok();

    /** For people. */
    List<String> lines();

    /** For programs. */
    JsonObject json();

    /**
     * Adds files up.
     *
     * @throws IllegalArgumentException if they do not belong together, with a line for the user
     */
    static Merged of(List<ResultFile> files) {
        ResultFile first = files.getFirst();
        for (ResultFile file : files) {
            if (!file.task().equals(first.task())) {
                throw new IllegalArgumentException(first.file() + " and " + file.file() + " are results of different calls: "
                        + difference(first.task(), file.task()));
            }
            if (file.shard().count() != first.shard().count()) {
                throw new IllegalArgumentException(first.file() + " is shard " + first.shard() + ", and " + file.file() + " " + file.shard());
            }
        }
        String command = first.task().getString("command", "");
        return switch (command) {
            case "run" -> new MergedRuns(files);
            case "explore" -> new MergedSearch(files);
            default -> throw new IllegalArgumentException(first.file() + " is of a command that has no shards: " + command);
        };
    }

    private static String difference(JsonObject some, JsonObject other) {
        for (String name : some.names()) {
            if (!some.get(name).equals(other.get(name))) {
                return name + " is " + some.get(name) + " and " + other.get(name);
            }
        }
        return "the members differ";
    }
}
