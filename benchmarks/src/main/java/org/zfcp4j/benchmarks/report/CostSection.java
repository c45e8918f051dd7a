// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What geometries cost by the model of caches, who passes which line to whom, and how the model's order agrees with the measured one. */
final class CostSection {
    private static final double CELL = 16;
    private static final double GAP = 34;
    private static final double TOP = 46;
    private static final double LEFT = 28;
    private static final double WIDTH = 720;
    private static final int SHADES = 7;
    private static final int SHOWN = 8;
    /** What was measured of each geometry: the path of an SRB, with a thread that is the channel, and one that is the driver. */
    private static final String MEASURED = "LayoutSides";
    private static final int MEASURED_THREADS = 2;

    private final List<GeometryCost> costs;
    private final List<Measurement> measured;

    CostSection(List<GeometryCost> costs, List<Measurement> all) {
        this.costs = costs;
        this.measured = all.stream().filter(m -> m.simpleType().equals(MEASURED) && m.threads() == MEASURED_THREADS).toList();
    }

    /** A table: a row for each geometry. */
    String table() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<tr><th>geometry</th><th class=\"n\">cycles</th>"
                + "<th class=\"n\">transfers</th><th class=\"n\">in vain</th><th class=\"n\">measured, ns</th></tr>\n");
        for (GeometryCost cost : costs) {
            Measurement m = measurement(cost);
            html.append(String.format(Locale.ROOT, "<tr><td>%s</td><td class=\"n\">%.0f</td><td class=\"n\">%.2f</td><td class=\"n\">%.2f</td>"
                    + "<td class=\"n\">%s</td></tr>%n", Svg.escape(cost.geometry()), cost.cycles(), cost.allTransfers(), cost.falseOnes(),
                    m == null ? "" : String.format(Locale.ROOT, "%.0f", nanos(m))));
        }
        return html.append("</table></div>\n").toString();
    }

    private static double nanos(Measurement m) {
        return 1000 / m.score().mean();
    }

    private Measurement measurement(GeometryCost cost) {
        return measured.stream().filter(m -> cost.geometry().equals(m.coordinate(Axes.GEOMETRY))).findFirst().orElse(null);
    }

    /** How well the model's order agrees with the measured one, and where it is wrong. */
    String agreement() {
        List<GeometryCost> both = costs.stream().filter(cost -> measurement(cost) != null).toList();
        double[] model = both.stream().mapToDouble(GeometryCost::cycles).toArray();
        double[] real = both.stream().mapToDouble(cost -> nanos(measurement(cost))).toArray();
        double correlation = RankCorrelation.of(model, real);
        if (Double.isNaN(correlation)) {
            return "Too few geometries were measured with two threads to compare the model's order with the measured one.";
        }
        double[] modelRanks = RankCorrelation.ranks(model);
        double[] realRanks = RankCorrelation.ranks(real);
        int worst = 0;
        for (int i = 1; i < both.size(); i++) {
            if (Math.abs(modelRanks[i] - realRanks[i]) > Math.abs(modelRanks[worst] - realRanks[worst])) {
                worst = i;
            }
        }
        return String.format(Locale.ROOT, "The order of %d geometries by the model and as measured with two threads agree with a rank correlation of"
                + " %.2f (1: the same order, 0: none). It is most wrong about %s: number %.0f by the model, %.0f as measured, the cheapest being 1.",
                both.size(), correlation, both.get(worst).geometry(), modelRanks[worst], realRanks[worst]) + pairs(both);
    }

    /** What errors leave of that: the pairs of geometries whose measured intervals do not overlap. */
    private String pairs(List<GeometryCost> both) {
        int apart = 0;
        int alike = 0;
        int equal = 0;
        for (int i = 0; i < both.size(); i++) {
            for (int k = i + 1; k < both.size(); k++) {
                Interval first = measurement(both.get(i)).interval();
                Interval second = measurement(both.get(k)).interval();
                if (first.low() > second.high() || second.low() > first.high()) {
                    apart++;
                    int measuredOrder = Double.compare(second.value(), first.value());
                    int modelOrder = Double.compare(both.get(i).cycles(), both.get(k).cycles());
                    equal += modelOrder == 0 ? 1 : 0;
                    alike += modelOrder == measuredOrder ? 1 : 0;
                }
            }
        }
        int all = both.size() * (both.size() - 1) / 2;
        return apart == 0 ? String.format(Locale.ROOT, " The timings tell none of the %d pairs apart beyond their errors, so that this says nothing.", all)
                : String.format(Locale.ROOT, " The timings tell %d of the %d pairs apart beyond their errors: the model has %d of them in the same order, %d in"
                        + " the other one, and no difference in %d.", apart, all, alike, apart - alike - equal, equal);
    }

    /** Who passes lines of which structure to whom, in the first geometry. */
    String heatMap() {
        GeometryCost cost = costs.get(0);
        List<Map.Entry<String, Double>> most = cost.transfers().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).filter(e -> e.getValue() > 0).limit(SHOWN).toList();
        double size = cost.processors() * CELL;
        int columns = Math.max(1, (int) ((WIDTH - LEFT) / (size + GAP + 60)));
        int rows = (most.size() + columns - 1) / columns;
        Svg svg = new Svg(WIDTH, rows * (size + TOP + 10) + 10, "lines that move from processor to processor, by structure");
        double highest = most.isEmpty() ? 1 : highest(cost, most);
        for (int i = 0; i < most.size(); i++) {
            double x = LEFT + i % columns * (size + GAP + 60);
            double y = TOP + (double) (i / columns) * (size + TOP + 10);
            svg.text("title", x, y - 22, Svg.Anchor.START, most.get(i).getKey());
            svg.text("tick", x, y - 8, Svg.Anchor.START, String.format(Locale.ROOT, "%.2f", most.get(i).getValue()));
            cells(svg, cost, most.get(i).getKey(), x, y, highest);
        }
        return svg.finish();
    }

    private static double highest(GeometryCost cost, List<Map.Entry<String, Double>> most) {
        double highest = 0;
        for (Map.Entry<String, Double> entry : most) {
            for (double[] row : cost.moved().get(entry.getKey())) {
                for (double value : row) {
                    highest = Math.max(highest, value);
                }
            }
        }
        return highest;
    }

    private static void cells(Svg svg, GeometryCost cost, String structure, double x, double y, double highest) {
        double[][] moved = cost.moved().get(structure);
        for (int from = 0; from < moved.length; from++) {
            svg.text("tick", x - 6, y + from * CELL + 12, Svg.Anchor.END, Integer.toString(from));
            for (int to = 0; to < moved.length; to++) {
                double value = moved[from][to];
                // Logarithmic: the page has sixty times as many lines as anything else.
                int shade = value <= 0 ? -1 : Math.clamp((int) (SHADES + Math.log(value / highest) / Math.log(3)), 0, SHADES - 1);
                svg.bar(shade < 0 ? "none" : "bar q" + shade, x + to * CELL, y + from * CELL, CELL - 1, CELL - 1,
                        String.format(Locale.ROOT, "%s: %.2f from %d to %d", structure, value, from, to));
            }
        }
    }

    /** What the heat map shows. */
    String caption() {
        GeometryCost cost = costs.get(0);
        List<String> parts = new ArrayList<>();
        cost.transfers().entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).limit(3)
                .forEach(e -> parts.add(String.format(Locale.ROOT, "%s %.1f", e.getKey(), e.getValue())));
        return "Lines that move between the caches of " + cost.processors() + " processors for each operation, " + cost.geometry()
                + ": from the processor of the row to that of the column, 0 being the channel's; most: " + String.join(", ", parts) + ".";
    }
}
