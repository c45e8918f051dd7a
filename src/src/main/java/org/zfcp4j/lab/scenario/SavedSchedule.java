// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.lab.FileProblem;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.zfcp.level.Levels;

/**
 * A run that can be repeated exactly, as a JSON file.
 *
 * @param moment name of the moment within the scenario
 * @param policy name of the refill policy
 * @param level release of the driver's Linux
 * @param draws the random numbers of the world
 * @param srbLimit status read buffers that the channel tolerates, 0 for as many as it asks for
 * @param parts how much of the script is played
 */
public record SavedSchedule(String scenario, String moment, String policy, String level, Draws draws, int srbLimit, Parts parts,
        Schedule schedule) {
    /** Writes the file. */
    public void write(Path file) throws IOException {
        JsonObject json = new JsonObject().add("scenario", scenario).add("moment", moment).add("policy", policy)
                .add("level", level).add("seed", draws.seed()).add("turns", json(draws.turns())).add("srbLimit", srbLimit).add("parts", json(parts))
                .add("schedule", schedule.format());
        Files.writeString(file, json.toString(WriterConfig.PRETTY_PRINT) + System.lineSeparator());
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read or understood, with one line for the user
     */
    public static SavedSchedule read(Path file) {
        try {
            JsonObject json = Json.parse(Files.readString(file)).asObject();
            String scenario = text(json, "scenario");
            return new SavedSchedule(scenario, json.getString("moment", scenario), text(json, "policy"),
                    json.getString("level", Levels.DEFAULT), new Draws(json.getLong("seed", 1), turns(json)), json.getInt("srbLimit", 0), parts(json),
                    Schedule.parse(text(json, "schedule")));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read a schedule: " + FileProblem.of(file, e), e);
        } catch (ParseException | UnsupportedOperationException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is no schedule: " + e.getMessage(), e);
        }
    }

    private static JsonObject json(Parts parts) {
        JsonObject json = new JsonObject();
        new TreeMap<>(parts.most()).forEach(json::add);
        return json;
    }

    private static Parts parts(JsonObject json) {
        Map<String, Integer> most = new TreeMap<>();
        JsonValue parts = json.get("parts");
        if (parts != null) {
            parts.asObject().forEach(part -> most.put(part.getName(), part.getValue().asInt()));
        }
        return new Parts(most);
    }

    private static JsonArray json(List<Draws.Turn> turns) {
        JsonArray array = new JsonArray();
        turns.forEach(turn -> array.add(new JsonObject().add("at", turn.at()).add("seed", turn.seed())));
        return array;
    }

    private static List<Draws.Turn> turns(JsonObject json) {
        List<Draws.Turn> turns = new ArrayList<>();
        JsonValue array = json.get("turns");
        if (array != null) {
            array.asArray().forEach(turn -> turns.add(new Draws.Turn(turn.asObject().getInt("at", 0), turn.asObject().getLong("seed", 0))));
        }
        return turns;
    }

    private static String text(JsonObject json, String name) {
        String text = json.getString(name, null);
        if (text == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return text;
    }

    /** The moment that it is a run of. */
    public Moment find() {
        for (Moment candidate : Scenarios.byName(scenario).moments()) {
            if (candidate.name().equals(moment)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("scenario " + scenario + " has no moment \"" + moment + "\"");
    }
}
