// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zfcp4j.parity.code.ResourceLines;
import org.zfcp4j.parity.facts.ConstantFact;

/** Compares constants of the port with those of C under the same names. */
final class ConstantComparison {
    private static final String DRIVER = "drivers/s390/scsi/";

    private final CDriver driver;
    private final Numbers numbers;
    private final Baseline baseline;
    /** Numbers that are no constants of the port, with reasons. */
    private final Map<String, String> leftOut = ResourceLines.pairs("left-out-constants.csv");

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
            boolean known = numbers.isEnum(fact.name()) || leftOut.containsKey(fact.name());
            Long before = baseline.constant(fact.name());
            if (!known) {
                differences.add(new Difference("constant", fact.name(), fact.place().fileName(),
                        fact.place() + " " + Numbers.shown(value), ""));
            } else if (before != null && before != fact.value().longValue()) {
                differences.add(new Difference("constant", fact.name(), fact.place().fileName(), fact.place() + " "
                        + Numbers.shown(value), Numbers.shown(before) + " in Linux " + baseline.version()
                        + leftOut.getOrDefault(fact.name(), "").replaceAll("^(.)", ": $1")));
            }
        }
        return differences;
    }
}
