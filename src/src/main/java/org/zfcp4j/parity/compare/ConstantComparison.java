// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zfcp4j.parity.facts.ConstantFact;

/** Constants of the port against those of C under the same names. */
final class ConstantComparison {
    private static final String DRIVER = "drivers/s390/scsi/";

    private final CDriver driver;
    private final Numbers numbers;
    private final Baseline baseline;

    ConstantComparison(CDriver driver, Numbers numbers, Baseline baseline) {
        this.driver = driver;
        this.numbers = numbers;
        this.baseline = baseline;
    }

    /** Other values, constants of the driver that the port lacks, and constants of the port that C has no longer. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        Map<String, Numbers.PortConstant> ofPort = numbers.constants();
        ofPort.forEach((name, constant) -> {
            ConstantFact fact = driver.facts().constant(name);
            Long value = driver.valueInC(name);
            if (value != null && !constant.isValue(value)) {
                differences.add(new Difference("constant", name, fact.place().fileName(),
                        fact.place() + " " + Numbers.shown(value), constant.shown()));
            } else if (fact == null && baseline.constant(name) != null) {
                differences.add(new Difference("constant", name, "", "", constant.shown()));
            }
        });
        for (ConstantFact fact : driver.facts().constants()) {
            Long value = driver.valueInC(fact.name());
            if (value == null || !fact.place().file().startsWith(DRIVER) || ofPort.containsKey(fact.name())) {
                continue;
            }
            if (!numbers.isEnum(fact.name())) {
                differences.add(new Difference("constant", fact.name(), fact.place().fileName(),
                        fact.place() + " " + Numbers.shown(value), ""));
            } else if (baseline.constant(fact.name()) != null && !baseline.constant(fact.name()).equals(fact.value().longValue())) {
                differences.add(new Difference("constant", fact.name(), fact.place().fileName(), fact.place() + " "
                        + Numbers.shown(value), "enumerator, " + Numbers.shown(baseline.constant(fact.name())) + " in Linux "
                        + baseline.version()));
            }
        }
        return differences;
    }
}
