// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page has, against the JSON of the same run and against what the steps say of themselves. */
class StoryPageTest {
    private static final List<String> SAME = List.of("policy", "moment", "seed", "limit", "maxSrbs", "adapterUp", "tags", "violations",
            "asExpected");
    private static final Pattern POST = Pattern.compile("posts a status read buffer in SBAL (\\d+)");
    private static final Pattern FETCH = Pattern.compile("takes SBAL (\\d+): .*, SLSB 0x(..)");
    private static final int PRIMED = 0x62;

    @TempDir
    private static Path directory;
    private static PageText page;
    private static JsonObject result;

    @BeforeAll
    static void play() throws IOException {
        Path html = directory.resolve("story.html");
        Path json = directory.resolve("story.json");
        assertEquals(0, CommandRun.of("run", "--html", html.toString(), "--json", json.toString()).status());
        page = PageText.of(html);
        result = Json.parse(Files.readString(json)).asObject();
    }

    @Test
    void onePageHasAllPoliciesAndMomentsAsInTheJson() {
        JsonArray expected = result.get("runs").asArray();
        List<JsonObject> runs = page.runs();
        assertEquals(expected.size(), runs.size());
        for (int i = 0; i < runs.size(); i++) {
            JsonObject run = expected.get(i).asObject();
            for (String name : SAME) {
                assertEquals(run.get(name), runs.get(i).get(name), run + " " + name);
            }
            assertEquals(result.getString("level", ""), runs.get(i).getString("level", ""));
        }
    }

    @Test
    void theCurvePassesTheLimitWhereAndOnlyWhereTheJsonSaysSo() {
        for (JsonObject run : page.runs()) {
            int most = page.steps(run).stream().mapToInt(step -> step.posted().size()).max().orElse(0);
            assertEquals(run.getInt("mostPosted", -1), most);
            assertTrue(most >= run.getInt("maxSrbs", 0), run.getString("moment", ""));
            boolean over = run.get("violations").asArray().values().stream().anyMatch(v -> v.asString().startsWith("srb-limit"));
            assertEquals(over, most > run.getInt("limit", 0), run.getString("moment", "") + run.getString("policy", ""));
        }
    }

    @Test
    void eachViolationIsMarkedAtOneStepAndTheLimitAtTheFetchThatBreaksIt() {
        for (JsonObject run : page.runs()) {
            List<String> marked = new ArrayList<>();
            for (PageText.Read step : page.steps(run)) {
                marked.addAll(step.broken());
                if (step.broken().stream().anyMatch(text -> text.startsWith("srb-limit"))) {
                    assertEquals("channel", step.context());
                    assertTrue(step.posted().size() > run.getInt("limit", 0), step.text());
                    assertTrue(step.text().endsWith("SLSB 0xaf"), step.text());
                }
            }
            assertEquals(run.get("violations").asArray().values().stream().map(JsonValue::asString).sorted().toList(),
                    marked.stream().sorted().toList(), run.getString("moment", "") + run.getString("policy", ""));
        }
    }

    /** The ring comes from main storage, the words from the journal. */
    @Test
    void theRingShowsWhatDriverAndChannelSayThatTheyWrote() {
        int posts = 0;
        int fetches = 0;
        for (JsonObject run : page.runs()) {
            for (PageText.Read step : page.steps(run)) {
                Matcher post = POST.matcher(step.text());
                if (post.matches()) {
                    posts++;
                    assertEquals(PRIMED, step.slsb()[Integer.parseInt(post.group(1))], step.text());
                    assertEquals("0x62", step.after(), step.text());
                }
                Matcher fetch = FETCH.matcher(step.text());
                if (fetch.matches()) {
                    fetches++;
                    assertEquals("0x62", step.before(), step.text());
                    assertEquals(Integer.parseInt(fetch.group(2), 16), step.slsb()[Integer.parseInt(fetch.group(1))], step.text());
                }
            }
        }
        assertTrue(posts > 1000 && fetches > 1000, posts + " posts, " + fetches + " fetches");
    }

    @Test
    void aStepThatChangesAVariableLeavesItWithTheValueAfter() {
        int changes = 0;
        for (JsonObject run : page.runs()) {
            for (PageText.Read step : page.steps(run)) {
                switch (step.variable()) {
                    case "stat_miss" -> assertEquals(step.after(), String.valueOf(step.missing()), step.text());
                    case "req_q_free" -> assertEquals(step.after(), String.valueOf(step.free()), step.text());
                    default -> changes--;
                }
                changes++;
            }
        }
        assertTrue(changes > 1000, changes + " changes");
    }

    @Test
    void stepsNameTheFunctionsOfTheDriverAndTheRecordsThatItWrote() {
        JsonObject race = page.runs().get(0);
        List<PageText.Read> steps = page.steps(race);
        PageText.Read claim = steps.stream().filter(step -> step.variable().equals("stat_miss") && step.after().equals("-1")).findFirst()
                .orElseThrow();
        assertEquals("zfcp_aux.c:zfcp_status_read_refill", claim.calls().split(" ")[0]);
        assertTrue(claim.context().startsWith("zfcp_q_"), claim.context());
        PageText.Read post = steps.stream().filter(step -> POST.matcher(step.text()).matches()).findFirst().orElseThrow();
        assertTrue(post.calls().contains("zfcp_fsf.c:zfcp_fsf_status_read") && post.calls().contains("qdio_main.c:do_QDIO"), post.calls());
        List<String> tags = steps.stream().flatMap(step -> step.tags().stream()).toList();
        assertTrue(tags.containsAll(List.of("fssrh_4", "qdireq1")), tags::toString);
    }

    @Test
    void aPageOfASearchHasWhatItsJsonSaysAndASavedScheduleGivesTheSamePage() throws IOException {
        Path found = directory.resolve("found.html");
        Path json = directory.resolve("found.json");
        Path again = directory.resolve("again.html");
        assertEquals(1, CommandRun.of("explore", "refill-race", "--refill", "check-then-dec", "--srbs", "4", "--html", found.toString(), "--json",
                json.toString()).status());
        assertEquals(1, CommandRun.of("run", "--schedule", json.toString(), "--html", again.toString()).status());
        PageText first = PageText.of(found);
        JsonObject search = Json.parse(Files.readString(json)).asObject();
        assertEquals(1, first.runs().size());
        JsonObject run = first.runs().get(0);
        assertEquals(search.getInt("maxSrbs", 0), run.getInt("maxSrbs", -1));
        assertEquals(search.getInt("maxSrbs", 0), run.getInt("mostPosted", -1));
        assertEquals(search.get("findings").asArray().get(0).asObject().get("fault"), run.get("violations").asArray().get(0));
        List<PageText.Read> steps = first.steps(run);
        PageText.Read broken = steps.stream().filter(step -> !step.broken().isEmpty()).findFirst().orElseThrow();
        assertEquals(5, broken.posted().size());
        assertEquals(1, steps.stream().filter(step -> !step.broken().isEmpty()).count());
        assertEquals(first.json().get("runs"), PageText.of(again).json().get("runs"));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        String html = page.html().replace("http://www.w3.org/2000/svg", "");
        for (String word : List.of("http:", "https:", "src=", "@import", "url(", "<link", "import(", "fetch(", "XMLHttpRequest")) {
            assertFalse(html.contains(word), word);
        }
        for (String name : List.of("/*STYLE*/", "/*SCRIPT*/", "/*DATA*/")) {
            assertFalse(html.contains(name), name);
        }
    }

    @Test
    void textOfARunCannotEndTheScript() throws IOException {
        Path html = directory.resolve("</script><b>.html".replace("/", "_"));
        assertEquals(0, CommandRun.of("run", "bring-up", "--html", html.toString()).status());
        PageText other = PageText.of(html);
        assertTrue(other.json().getString("command", "").contains("<b>"), other.json().getString("command", ""));
        assertFalse(other.html().contains("<b>"));
    }

    @Test
    void aPageThatCannotBeWrittenOrFilledIsToldInALine() {
        CommandRun nowhere = CommandRun.of("run", "bring-up", "--html", directory.resolve("no/such/page.html").toString());
        assertEquals(2, nowhere.status());
        assertEquals(1, nowhere.err().lines().count(), nowhere.err());
        CommandRun real = CommandRun.of("run", "bring-up", "--kernel", "real", "--html", directory.resolve("real.html").toString());
        assertEquals(2, real.status());
        assertTrue(real.err().contains("--html needs the virtual kernel"), real.err());
    }

    @Test
    void aSearchThatFindsNothingHasAPageThatSaysSo() throws IOException {
        Path html = directory.resolve("nothing.html");
        assertEquals(0, CommandRun.of("explore", "refill-race", "--refill", "cancel-at-close", "--srbs", "2", "--html", html.toString()).status());
        assertTrue(PageText.of(html).runs().isEmpty());
    }
}
