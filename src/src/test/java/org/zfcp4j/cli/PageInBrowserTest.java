// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a browser without a screen, by its keys and by its mouse. A script at its end does what a user does, and leaves what it sees
 * in an element that is read from the document as it is then.
 */
class PageInBrowserTest {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String TOOLS = """
            const seen = {};
            const press = (key, shiftKey) => document.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: !!shiftKey, bubbles: true }));
            const text = selector => document.querySelector(selector).textContent;
            const place = () => text('.place');
            const click = element => element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
            addEventListener('error', event => { seen.error = event.message; });
            """;
    private static final String END = "document.title = 'over'; const out = document.createElement('pre'); out.id = 'seen';"
            + " out.textContent = JSON.stringify(seen); document.body.append(out);";

    @TempDir
    private static Path directory;
    private static String browser;
    private static PageText page;

    @BeforeAll
    static void play() throws IOException {
        browser = BROWSERS.stream().filter(ShellRun::isInstalled).findFirst().orElse(null);
        assumeTrue(browser != null, "no Chromium is installed");
        Path file = directory.resolve("story.html");
        assertEquals(0, CommandRun.of("run", "--html", file.toString()).status());
        page = PageText.of(file);
    }

    /** What the script has left in {@code seen}. */
    private static JsonObject see(String html, String address, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile(directory, "page", ".html");
        Files.writeString(file, html.replace("</body>", "<script>{" + TOOLS + "try {" + script + "} catch (e) { seen.error = String(e); }" + END
                + "}</script></body>"));
        ShellRun run = ShellRun.of(List.of(browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1440,1000",
                "--user-data-dir=" + directory.resolve("profile"), "--virtual-time-budget=20000", "--dump-dom", file.toUri() + "#" + address));
        int begin = run.out().indexOf("<pre id=\"seen\">");
        assertTrue(begin >= 0, run.out().substring(0, Math.min(2000, run.out().length())));
        String json = run.out().substring(begin + "<pre id=\"seen\">".length(), run.out().indexOf("</pre>", begin));
        JsonObject seen = Json.parse(json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).asObject();
        assertEquals(null, seen.get("error"), seen::toString);
        return seen;
    }

    @Test
    void keysGoThroughTheStepsAndToTheViolation() throws IOException, InterruptedException {
        JsonObject seen = see(page.html(), "run=parallel-claim/check-then-dec", """
                seen.first = place();
                press('ArrowRight'); press('ArrowRight'); seen.second = place();
                press('ArrowLeft'); seen.back = place();
                press('ArrowRight', true); seen.ten = place();
                press('v'); seen.broken = text('.detail .broken'); seen.function = text('.detail .function'); seen.after = text('.change .after');
                seen.posted = text('.ring text.posted'); seen.over = document.querySelector('.ring .posted.over') !== null;
                press('v'); seen.error2 = document.querySelectorAll('.ring path.error').length; seen.broken2 = text('.detail .broken');
                press('End'); seen.last = place();
                press('Home'); seen.home = place();
                """);
        assertTrue(seen.getString("first", "").startsWith("step 1 of "), seen::toString);
        assertTrue(seen.getString("second", "").startsWith("step 3 of "), seen::toString);
        assertTrue(seen.getString("back", "").startsWith("step 2 of "), seen::toString);
        assertTrue(seen.getString("ten", "").startsWith("step 12 of "), seen::toString);
        assertEquals("srb-accounting: 0.0.1900 stat_miss has dropped to -1", seen.getString("broken", ""));
        assertEquals("zfcp_status_read_refill()", seen.getString("function", ""));
        assertEquals("-1", seen.getString("after", ""));
        assertEquals("17", seen.getString("posted", ""));
        assertTrue(seen.getBoolean("over", false));
        assertEquals("srb-limit: 0.0.1900 17 posted, the channel takes 16", seen.getString("broken2", ""));
        assertEquals(1, seen.getInt("error2", 0), "the SBAL in error is not to be seen in the ring");
        String[] last = seen.getString("last", "").split(" ");
        assertEquals(last[3], last[1]);
        assertEquals(seen.getString("first", ""), seen.getString("home", ""));
    }

    @Test
    void twoPoliciesGoSideBySideThroughTheSameInstants() throws IOException, InterruptedException {
        JsonObject seen = see(page.html(), "run=pending-work/add-unless", """
                click([...document.querySelectorAll('.cell')].find(c => c.getAttribute('aria-label').startsWith('pending-work, cancel-at-close')));
                seen.one = document.querySelectorAll('.pane').length + text('.pane h2');
                press('c'); seen.two = [...document.querySelectorAll('.pane h2')].map(h => h.textContent).join();
                seen.different = 0; seen.steps = 0;
                press('Home');
                for (let i = 0; i < 40; i++) {
                  press('PageDown');
                  const times = [...document.querySelectorAll('.detail time')].map(t => parseFloat(t.textContent));
                  if (Math.max(...times) !== parseFloat(text('.clock'))) seen.different++;
                  seen.steps++;
                }
                press('m'); seen.moment = text('#title'); seen.still = [...document.querySelectorAll('.pane h2')].map(h => h.textContent).join();
                """);
        assertEquals("1cancel-at-close", seen.getString("one", ""));
        assertEquals("cancel-at-close,check-then-dec", seen.getString("two", ""));
        assertEquals(40, seen.getInt("steps", 0));
        assertEquals(0, seen.getInt("different", -1));
        assertEquals("link-flap: burst", seen.getString("moment", ""));
        assertEquals("cancel-at-close,check-then-dec", seen.getString("still", ""));
    }

    @Test
    void playGoesOnByItselfAndPauses() throws IOException, InterruptedException {
        // Virtual time of the browser: timers expire at once, in their order.
        JsonObject seen = see(page.html().replace("</body>", """
                <script>
                addEventListener('load', () => setTimeout(() => {
                  const before = document.querySelector('.place').textContent;
                  document.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
                  setTimeout(() => {
                    document.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
                    const pause = document.querySelector('.place').textContent;
                    setTimeout(() => {
                      document.getElementById('seen').textContent = JSON.stringify({ before, pause, later: document.querySelector('.place').textContent });
                    }, 3000);
                  }, 2050);
                }, 10));
                </script></body>"""), "run=parallel-claim/add-unless", "");
        assertTrue(seen.getString("before", "").startsWith("step 1 of"), seen::toString);
        assertTrue(seen.getString("pause", "").matches("step (19|20|21|22) of .*"), seen::toString);
        assertEquals(seen.getString("pause", ""), seen.getString("later", ""));
    }

    @Test
    void thousandsOfStepsHaveOnlyTheRowsInSight() throws IOException, InterruptedException {
        Path file = directory.resolve("long.html");
        CommandRun.of("run", "kitchen-sink", "--seed", "1", "--html", file.toString());
        PageText big = PageText.of(file);
        int steps = big.runs().get(0).get("steps").asArray().size();
        assertTrue(steps > 1000, steps + " steps");
        JsonObject seen = see(big.html(), "all&start", """
                seen.most = 0;
                for (let i = 0; i < 1000; i++) { press('ArrowRight'); seen.most = Math.max(seen.most, document.querySelectorAll('.row').length); }
                seen.place = place(); seen.now = text('.row.now .what');
                dispatchEvent(new Event('beforeprint')); seen.printed = document.querySelectorAll('.row').length;
                dispatchEvent(new Event('afterprint')); seen.after = document.querySelectorAll('.row').length;
                """);
        assertTrue(seen.getInt("most", 1000) < 100, seen::toString);
        assertEquals("step 1001 of " + steps, seen.getString("place", ""));
        assertEquals(steps, seen.getInt("printed", 0));
        assertTrue(seen.getInt("after", 1000) < 100, seen::toString);
    }
}
