// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class HtmlReportTest {
    @TempDir
    Path directory;

    private String report(JmhJson results) throws Exception {
        return report(results, List.of());
    }

    private String report(JmhJson results, List<GeometryVerdict> verdicts) throws Exception {
        Path html = directory.resolve("report.html");
        HtmlReport.write(results.write(directory.resolve("results.json")), Map.of("Command line", "bench <\"&\">"), verdicts, List.of(), html);
        return Files.readString(html);
    }

    private static JmhJson pairs() {
        JmhJson results = new JmhJson();
        for (int threads : new int[] {1, 2}) {
            results.rate("RefillPost.port", threads, "add-unless", 40.0 / threads)
                    .rate("RefillPost.reference", threads, "add-unless", 50.0 / threads)
                    .rate("RefillPost.port", threads, "claim-all", 100.0 / threads)
                    .rate("RefillPost.reference", threads, "claim-all", 80.0 / threads);
        }
        return results;
    }

    @Test
    void sentencesTellRatiosAndLeads() throws Exception {
        String html = report(pairs());
        assertTrue(html.contains("Of 4 cases Java is faster than C in 2 and slower in 2, beyond the error; the lowest ratio is 0.800 (0.795"),
                html);
        assertTrue(html.contains("claim-all 2.50 (2.49"), html);
        assertTrue(html.contains("with 2 threads"), html);
        assertTrue(html.contains("With add-unless, Java does 40.0 ops/us with 1 thread and 20.0 with 2 threads, that is 0.50 times"), html);
        assertTrue(html.contains("Nothing is allocated per operation."), html);
        assertTrue(html.contains("Counted as excess: add-unless (port) 14"), html);
    }

    @Test
    void wideIntervalsAreDrawnPaleAndSupportNoSentence() throws Exception {
        String html = report(new JmhJson().noisy("RefillPost.port", 40).noisy("RefillPost.reference", 50));
        assertTrue(html.contains("the intervals of Java are too wide to say how it grows"), html);
        assertTrue(html.contains("1 more have intervals wider than half of the ratio and say nothing."), html);
        assertTrue(html.contains("class=\"dot s0 pale\""), html);
        assertFalse(report(pairs()).contains(" pale\""), "narrow ones");
    }

    @Test
    void fourNumbersOfThreadsAreFittedByTheScalabilityLaw() throws Exception {
        JmhJson results = new JmhJson();
        for (int threads : new int[] {1, 2, 4, 8, 16}) {
            double x = 10.0 * threads / (1 + 0.2 * (threads - 1) + 0.05 * threads * (threads - 1));
            results.rate("RefillPost.port", threads, "add-unless", x).rate("RefillPost.reference", threads, "add-unless", x);
        }
        assertTrue(report(results).contains("Java, universal scalability law: sigma 0.2"), report(results));
        assertTrue(report(results).contains("more threads stop paying at 4"), report(results));
    }

    @Test
    void alternativesAreOrderedBySpeedAndHeldAgainstTheFastest() throws Exception {
        String html = report(new JmhJson().add("Bindings.jni", "avgt", 1, null, 20, "ns/op", 0)
                .add("Bindings.word", "avgt", 1, null, 10, "ns/op", 0).add("Bindings.baseline", "avgt", 1, null, 5, "ns/op", 0));
        assertTrue(html.contains("word is the fastest with 10.0 ns/op; jni takes 2.00 (1.99"), html);
        assertTrue(html.contains("Without the baseline of 5.00 ns/op, they take word 5.00, jni 15.0."), html);
        assertTrue(html.indexOf(">word<") < html.indexOf(">jni<"), html);
    }

    @Test
    void geometriesAreHeldAgainstTheArchitectedOne() throws Exception {
        String html = report(new JmhJson().geometry("LayoutPost.post", "", 10).geometry("LayoutPost.post", "stride=64", 15)
                .geometry("LayoutPost.post", "sbals=256", 10).geometry("LayoutPost.post", "placement=spread", 5));
        assertTrue(html.contains("Speed as a multiple of the architected geometry, beyond the error: faster stride=64 1.50"), html);
        assertTrue(html.contains("; slower placement=spread 0.50"), html);
    }

    private static JmhJson commands(JmhJson results) {
        return results.commands("read", 1, 30_000, 17).commands("read", 128, 300_000, 250).commands("write", 128, 280_000, 270)
                .commands("write", 1, 28_000, 18).commands("write", 32, 290_000, 80);
    }

    @Test
    void commandsInFlightHaveThroughputAndLatencies() throws Exception {
        String html = report(commands(new JmhJson()));
        assertTrue(html.contains("In ops/s: operation read 30,000 at depth 1 and 10.0 (9.94 to 10.1) times as many at depth 128; "
                + "operation write 28,000 at depth 1 and 10.0"), html);
        assertTrue(html.contains("in us, at most: operation read 17.0, and one of a hundred more than 68.0; operation write 18.0"), html);
        assertTrue(html.contains("A closed loop"), html);
        assertTrue(html.contains("at the greatest depth: operation read 0.00781 and 1.00; operation write"), html);
        // a line for each of 2 and 3 depths in two panels; the errors of percentiles are drawn, that of the longest is not
        assertEquals(5, html.split("<title>depth [0-9]+, percentile 99: [0-9.,]+ us \\(", -1).length - 1);
        assertEquals(5, html.split("<title>depth [0-9]+, percentile max: [0-9.,]+ us<", -1).length - 1);
        assertEquals(2, html.split("<svg", -1).length - 1);
    }

    @Test
    void growthWithThreadsIsDrawnForEachBurstAndOnlyOfWhatWasMeasured() throws Exception {
        JmhJson results = new JmhJson();
        for (int threads : new int[] {1, 2}) {
            for (String side : new String[] {"port", "reference"}) {
                results.rate("RefillPost." + side, threads, "lock", 3).with("burst", "1");
                for (String burst : new String[] {"1", "8"}) {
                    results.rate("RefillPost." + side, threads, "add-unless", 4).with("burst", burst)
                            .rate("RefillPost." + side, threads, "claim-all", 5).with("burst", burst);
                }
            }
        }
        String html = report(results);
        String[] figures = html.split("<figure>");
        assertTrue(figures[1].contains("<h3>Java and C by threads (burst 1)</h3>") && figures[1].contains(">lock<"), figures[1]);
        assertTrue(figures[4].contains("<h3>Java and C by threads (burst 8)</h3>") && !figures[4].contains(">lock<"), figures[4]);
        assertTrue(figures[7].contains("<h3>Java and C by burst (2 threads)</h3>"), figures[7]);
    }

    @Test
    void deficitsAreDrawnAsSharesOfTheRefillsThatFoundAny() throws Exception {
        String html = report(new JmhJson().deficits("DeficitsPost.port", 2, "claim-all", Map.of("missing0", 100, "missing1", 100,
                "missing5to8", 300, "missingSum", 2500)));
        assertTrue(html.contains("In Java, claim-all met 6.25 missing buffers on average with 2 threads (20 % of its refills then found none)."), html);
        assertTrue(html.contains("claim-all, 2 threads, Java, 5–8: 75 %"), html);
        assertFalse(html.contains("missing33up: "), html);
    }

    @Test
    void verdictsOfGeometriesAreListedAndExceptionsNamed() throws Exception {
        GeometryVerdict good = new GeometryVerdict("stride=64", "refill-race, check-then-dec", "violated, 9 executions", true);
        GeometryVerdict bad = new GeometryVerdict("sbals=256", "refill-race, check-then-dec", "exhausted", false);
        JmhJson results = pairs();
        String html = report(results, List.of(good));
        assertTrue(html.contains("In each of 1 geometries the invariants hold"), html);
        assertTrue(html.contains("<td>violated, 9 executions</td>"), html);
        html = report(results, List.of(good, bad));
        assertTrue(html.contains("Not as expected: sbals=256: refill-race, check-then-dec exhausted."), html);
        assertTrue(html.contains("<td class=\"bad\">exhausted</td>"), html);
    }

    @Test
    void theFileStandsAlone() throws Exception {
        String html = report(pairs());
        assertFalse(Pattern.compile("<(script|link|img|iframe)|https?://|@import|url\\(").matcher(html).find(), html);
        assertTrue(html.contains("prefers-color-scheme: dark"));
        assertTrue(html.contains("bench &lt;&quot;&amp;&quot;&gt;"));
    }

    @Test
    void drawingsAreWellFormedAndTheirNumbersFinite() throws Exception {
        JmhJson results = commands(pairs()).add("Single.x", "sample", 1, null, 3, "us/op", 12).add("Zero.x", "avgt", 1, null, 0, "ns/op", 0);
        Matcher svg = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(report(results));
        int drawings = 0;
        while (svg.find()) {
            drawings++;
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg.group())));
            assertFalse(svg.group().contains("NaN\"") || svg.group().contains("Infinity"), svg.group());
        }
        assertEquals(8, drawings);
    }
}
