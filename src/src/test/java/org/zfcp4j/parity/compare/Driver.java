// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.nio.file.Path;
import org.zfcp4j.parity.code.ClassFiles;

/** The port and its comparison with the packed facts, made once for all tests. */
final class Driver {
    static final ClassFiles CLASSES = classes(Level.V5_10);
    static final Port PORT = new Port(CLASSES, Baseline.of(Level.V5_10));
    static final Comparison COMPARISON = Comparer.compare(PackedFacts.FACTS, CLASSES, Level.V5_10);

    static final Comparison COMPARISON_OF_7_1 = Comparer.compare(PackedFacts.FACTS_OF_7_1, classes(Level.V7_1), Level.V7_1);

    private Driver() {
    }

    static Comparison comparison(Level level) {
        return level == Level.V5_10 ? COMPARISON : COMPARISON_OF_7_1;
    }

    private static ClassFiles classes(Level level) {
        return ClassFiles.of(Path.of(System.getProperty("zfcp4j.parity.classes", "target/classes")), level.label());
    }
}
