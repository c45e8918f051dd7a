// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldInstrumenter;
import org.zfcp4j.coherence.Latencies;
import org.zfcp4j.zfcp.adapter.RefillPolicies;

/**
 * Counts in classes that a checking loader has loaded, and so speaks to its caller in types of the JDK: settings come as text, the result
 * goes as JSON.
 */
public final class CostRun implements UnaryOperator<Object> {
    /** Whose plain fields count. */
    private static final List<String> OBSERVED = List.of("org/zfcp4j/zfcp/", "org/zfcp4j/qdio/", "org/zfcp4j/kernel/ListNode",
            "org/zfcp4j/kernel/ListHead");

    /** Runs with these settings, in a copy of all classes. */
    public static String count(Properties settings) {
        UnaryOperator<?> copy = CopyLoader.checked(new FieldInstrumenter(OBSERVED)).newInstance(CostRun.class, UnaryOperator.class);
        @SuppressWarnings("unchecked")
        UnaryOperator<Object> run = (UnaryOperator<Object>) copy;
        return (String) run.apply(settings);
    }

    @Override
    public Object apply(Object settings) {
        return new CostMachine(parse((Properties) settings)).run().json().toString();
    }

    private static CostSettings parse(Properties p) {
        Properties table = new Properties();
        p.stringPropertyNames().stream().filter(key -> key.startsWith("latency."))
                .forEach(key -> table.setProperty(key.substring("latency.".length()), p.getProperty(key)));
        return new CostSettings(number(p, "processors"), number(p, "line"),
                Placement.valueOf(p.getProperty("placement").toUpperCase(Locale.ROOT)),
                Workload.valueOf(p.getProperty("workload").toUpperCase(Locale.ROOT)), RefillPolicies.byName(p.getProperty("policy")),
                number(p, "srbs"), number(p, "operations"), Long.parseLong(p.getProperty("seed")), Latencies.of(table));
    }

    private static int number(Properties p, String key) {
        return Integer.parseInt(p.getProperty(key));
    }
}
