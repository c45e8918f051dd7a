// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.zfcp4j.coherence.Effect;
import org.zfcp4j.coherence.Labels;
import org.zfcp4j.coherence.Ledger;
import org.zfcp4j.coherence.Tally;
import org.zfcp4j.layout.Geometry;

/**
 * What was counted.
 *
 * @param cycles from the start of the workload until the last processor was through
 */
record CostResult(CostSettings settings, Labels labels, Ledger ledger, long cycles) {

    /** All of it; counts are sums over all operations. */
    JsonObject json() {
        Map<String, Tally> byName = new TreeMap<>();
        ledger.tallies().forEach((label, tally) -> byName.put(labels.name(label), tally));
        JsonArray rows = new JsonArray();
        byName.forEach((name, tally) -> rows.add(row(name, tally)));
        return new JsonObject()
                .add("geometry", Geometry.CURRENT.toString())
                .add("workload", settings.workload().word())
                .add("unit", settings.workload().unit())
                .add("policy", settings.policy().policyName())
                .add("processors", settings.processors())
                .add("placement", settings.placement().word())
                .add("line", settings.line())
                .add("srbs", settings.srbs())
                .add("seed", settings.seed())
                .add("operations", settings.operations())
                .add("cycles", cycles)
                .add("opsPerMicrosecond", perMicrosecond())
                .add("rows", rows)
                .add("transfers", matrix(byName));
    }

    private double perMicrosecond() {
        double rate = cycles == 0 ? 0 : (double) settings.operations() * settings.latencies().megahertz() / cycles;
        return Math.round(rate * 1000) / 1000.0;
    }

    private static JsonObject row(String name, Tally tally) {
        return new JsonObject().add("name", name)
                .add("accesses", tally.accesses())
                .add("hits", tally.count(Effect.HIT))
                .add("transfers", tally.count(Effect.TRANSFER))
                .add("upgrades", tally.count(Effect.UPGRADE))
                .add("cold", tally.count(Effect.COLD))
                .add("invalidations", tally.invalidations())
                .add("falseSharing", tally.falseSharing())
                .add("cycles", tally.cycles());
    }

    /** Transfers by structure, from a processor to another, those that took place. */
    private JsonArray matrix(Map<String, Tally> byName) {
        JsonArray moves = new JsonArray();
        int count = settings.processors();
        byName.forEach((name, tally) -> {
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    if (tally.moved(from, to) > 0) {
                        moves.add(new JsonObject().add("name", name).add("from", from).add("to", to)
                                .add("count", tally.moved(from, to)));
                    }
                }
            }
        });
        return moves;
    }
}
