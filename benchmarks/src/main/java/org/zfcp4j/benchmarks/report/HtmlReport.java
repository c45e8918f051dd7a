// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes results as one HTML file that needs nothing else: the style sheet and the drawings are in it, and no script.
 *
 * <p>The charts are drawn here: a chart library in Java either lacks error bars, has an incompatible licence, or renders for one
 * background colour, and four kinds of charts are enough.
 */
public final class HtmlReport {
    private static final String STYLE = "report.css";
    /** The refill first, then the rest by name. */
    private static final Comparator<String> READING = Comparator.<String, Boolean>comparing(name -> !name.startsWith("Refill"))
            .thenComparing(Comparator.naturalOrder());

    private static final String VERDICTS = "correctness";
    private static final int HEADLINES = 6;

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {
    }

    /**
     * Writes the report.
     *
     * @param results what JMH wrote
     * @param facts about the run, each a name and a value: machine, virtual machine, commit, command line
     * @param verdicts of the invariants in each geometry that was checked; may be empty
     * @param costs of each geometry by the model of caches; may be empty
     * @param file to write
     * @throws ResultsFile.BadResultsException if the results cannot be read
     * @throws IOException if the report cannot be written
     */
    public static void write(Path results, Map<String, String> facts, List<GeometryVerdict> verdicts, List<GeometryCost> costs, Path file)
            throws ResultsFile.BadResultsException, IOException {
        Files.writeString(file, new HtmlReport().page(ResultsFile.read(results), facts, verdicts, costs));
    }

    private static String style() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String page(List<Measurement> measurements, Map<String, String> facts, List<GeometryVerdict> verdicts, List<GeometryCost> costs)
            throws IOException {
        List<Section> sections = sections(measurements);
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>zfcp4j benchmarks</title>\n<style>\n")
                .append(style()).append("</style>\n</head>\n<body>\n<main>\n<h1>zfcp4j benchmarks</h1>\n");
        element("p", "Error bars and intervals in parentheses have a confidence of 95 %. They come from all iterations, or, "
                + "if that is wider, from the means of the processes when there are three or more. What is pale has an interval wider than half of "
                + "its value, and no sentence rests on it.");
        facts(facts);
        VerdictTable table = verdicts.isEmpty() ? null : new VerdictTable(verdicts);
        contents(sections, table);
        sections.forEach(this::section);
        if (table != null) {
            html.append("<section id=\"").append(VERDICTS).append("\">\n");
            element("h2", "What a geometry does to correctness");
            html.append("<figure>\n").append(table.html());
            element("figcaption", table.sentence());
            html.append("</figure>\n</section>\n");
        }
        if (!costs.isEmpty()) {
            costs(new CostSection(costs, measurements));
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static List<Section> sections(List<Measurement> measurements) {
        Map<String, List<Measurement>> types = new TreeMap<>(READING);
        measurements.forEach(m -> types.computeIfAbsent(m.simpleType(), t -> new ArrayList<>()).add(m));
        List<Section> sections = new ArrayList<>();
        types.forEach((title, of) -> sections.add(section(title, of)));
        return sections;
    }

    private static Section section(String title, List<Measurement> of) {
        if (DeficitsSection.fits(of)) {
            return DeficitsSection.of(title, of);
        }
        if (PairSection.fits(of)) {
            return PairSection.of(title, of);
        }
        if (GeometrySection.fits(of)) {
            return GeometrySection.of(title, of);
        }
        return LatencySection.fits(of) ? LatencySection.of(title, of) : PlainSection.of(title, of);
    }

    private void costs(CostSection section) {
        html.append("<section id=\"cost\">\n");
        element("h2", "What a geometry costs, counted");
        html.append("<figure>\n").append(section.table());
        element("figcaption", section.agreement());
        html.append("</figure>\n<figure>\n").append(section.heatMap());
        element("figcaption", section.caption());
        html.append("</figure>\n</section>\n");
    }

    private void element(String name, String text) {
        html.append('<').append(name).append('>').append(Svg.escape(text)).append("</").append(name).append(">\n");
    }

    private void facts(Map<String, String> facts) {
        html.append("<table class=\"facts\">\n");
        facts.forEach((name, value) -> html.append("<tr><th>").append(Svg.escape(name)).append("</th><td>")
                .append(Svg.escape(value)).append("</td></tr>\n"));
        html.append("</table>\n");
    }

    /** The sentences come first: they are the result. */
    private void contents(List<Section> sections, VerdictTable verdicts) {
        html.append("<nav>\n<h2>What it shows</h2>\n<ul>\n");
        for (Section section : sections) {
            html.append("<li><a href=\"#").append(section.title()).append("\">").append(section.title()).append("</a>\n<ul>\n");
            section.figures().stream().limit(HEADLINES).forEach(f -> element("li", f.sentence()));
            html.append("</ul></li>\n");
        }
        if (verdicts != null) {
            html.append("<li><a href=\"#").append(VERDICTS).append("\">Correctness</a>\n<ul>\n");
            element("li", verdicts.sentence());
            html.append("</ul></li>\n");
        }
        html.append("</ul>\n</nav>\n");
    }

    private void section(Section section) {
        html.append("<section id=\"").append(section.title()).append("\">\n");
        element("h2", section.title());
        for (Section.Figure figure : section.figures()) {
            html.append("<figure>\n");
            element("h3", figure.caption());
            html.append(figure.svg());
            element("figcaption", figure.sentence());
            html.append("</figure>\n");
        }
        section.notes().forEach(note -> element("p", note));
        table(section.measurements());
        html.append("</section>\n");
    }

    private void table(List<Measurement> measurements) {
        boolean timed = !DeficitsSection.fits(measurements);
        boolean pairs = timed && PairSection.fits(measurements);
        TreeSet<String> parameters = new TreeSet<>();
        measurements.forEach(m -> parameters.addAll(m.parameters().keySet()));
        TreeSet<String> counters = Notes.counters(measurements);
        html.append("<details open>\n<summary>All figures</summary>\n<div class=\"wide\"><table>\n<tr><th>method</th>");
        parameters.forEach(p -> header(p, ""));
        header("threads", " class=\"n\"");
        if (timed) {
            header("mode", "");
            header("score", " class=\"n\"");
            header("95 % interval", " class=\"n\"");
            header("unit", "");
            if (pairs) {
                header("Java / C", " class=\"n\"");
            }
            header("bytes/op", " class=\"n\"");
        }
        counters.forEach(c -> header(c, " class=\"n\""));
        html.append("</tr>\n");
        Map<Measurement.Key, Measurement> byKey = new LinkedHashMap<>();
        measurements.forEach(m -> byKey.put(m.key(), m));
        measurements.stream().sorted(order(parameters)).forEach(m -> {
            html.append("<tr><td>").append(Svg.escape(m.method())).append("</td>");
            parameters.forEach(p -> cell(m.parameters().getOrDefault(p, ""), ""));
            cell(Integer.toString(m.threads()), "n");
            if (timed) {
                timing(m, pairs, byKey);
            }
            counters.forEach(c -> cell(m.secondary().containsKey(c) ? m.secondary().get(c).text() : "", "n"));
            html.append("</tr>\n");
        });
        html.append("</table></div>\n</details>\n");
    }

    private void timing(Measurement m, boolean pairs, Map<Measurement.Key, Measurement> byKey) {
        cell(m.mode(), "");
        Interval score = m.interval();
        cell(Numbers.value(score.value()), "n");
        cell(score.known() ? Numbers.value(score.low()) + " to " + Numbers.value(score.high()) : "–", "n");
        cell(m.unit(), "");
        if (pairs) {
            Measurement twin = m.method().equals(Measurement.PORT) ? byKey.get(m.twin()) : null;
            Interval ratio = twin == null ? null : m.speedOver(twin);
            cell(ratio == null ? "" : ratio.toString(), ratio != null && ratio.below(1) ? "n bad" : "n");
        }
        cell(allocated(m.allocated()), "n");
    }

    private static Comparator<Measurement> order(TreeSet<String> parameters) {
        Comparator<Measurement> order = Comparator.comparing(m -> "");
        for (String p : parameters) {
            order = order.thenComparing(m -> m.parameters().getOrDefault(p, ""), Axes.ORDER);
        }
        return order.thenComparingInt(Measurement::threads).thenComparing(Measurement::method);
    }

    private static String allocated(double bytes) {
        return bytes < 0.01 ? "0" : Numbers.value(bytes);
    }

    private void header(String text, String attribute) {
        html.append("<th").append(attribute).append('>').append(Svg.escape(text)).append("</th>");
    }

    private void cell(String text, String type) {
        html.append(type.isEmpty() ? "<td>" : "<td class=\"" + type + "\">").append(Svg.escape(text)).append("</td>");
    }
}
