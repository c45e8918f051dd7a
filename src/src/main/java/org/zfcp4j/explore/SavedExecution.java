// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.lab.FileProblem;
import org.zfcp4j.lab.refill.LinkUp;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.level.Levels;

/**
 * A schedule of a refill case as JSON: what a search writes, with or without its other results, and what repeats it.
 *
 * @param schedule null if there is none
 */
public record SavedExecution(RefillCase refill, Schedule schedule) {
    /** The fields that {@link #read} needs. */
    public JsonObject json() {
        JsonObject json = new JsonObject().add("scenario", refill.start().scenario())
            .add("policy", refill.policy().policyName()).add("start", refill.start().name().toLowerCase(java.util.Locale.ROOT))
            .add("level", refill.level().release()).add("srbs", refill.srbs()).add("notifications", refill.notifications()).add("srbLimit", refill.limit())
            .add("burst", refill.linkUp().burst()).add("rports", refill.linkUp().rports())
            .add("blockTargets", refill.linkUp().blockMillis()).add("versionLost", refill.linkUp().versionLost());
        if (schedule == null) {
            return json.add("schedule", Json.NULL);
        }
        return json.add("schedule", schedule.format());
    }

    /** True if the file looks as if it were one of these: it names a scenario of the search. */
    public static boolean isOne(Path file) {
        try {
            String scenario = Json.parse(Files.readString(file)).asObject().getString("scenario", "");
            return Arrays.stream(RefillStart.values()).anyMatch(start -> start.scenario().equals(scenario));
        } catch (IOException | ParseException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with one line for the user
     */
    public static SavedExecution read(Path file) {
        try {
            JsonObject json = Json.parse(Files.readString(file)).asObject();
            RefillStart start = RefillStart.valueOf(json.getString("start", "race").toUpperCase(java.util.Locale.ROOT));
            int srbs = json.getInt("srbs", RefillCase.DEFAULT_SRBS);
            RefillCase refill = new RefillCase(start, RefillPolicies.byName(json.getString("policy", "")),
                Levels.byRelease(json.getString("level", Levels.DEFAULT)), srbs, json.getInt("notifications", 1),
                json.getInt("srbLimit", srbs))
                .with(new LinkUp(json.getInt("burst", 0), json.getInt("rports", 0), json.getInt("blockTargets", 0),
                    json.getBoolean("versionLost", false)));
            if (json.get("schedule") == null || json.get("schedule").isNull()) {
                throw new IllegalArgumentException("it has no schedule");
            }
            return new SavedExecution(refill, Schedule.parse(json.get("schedule").asString()));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read a schedule: " + FileProblem.of(file, e), e);
        } catch (ParseException | UnsupportedOperationException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is no schedule: " + e.getMessage(), e);
        }
    }
}
