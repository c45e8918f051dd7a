// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.nio.file.Path;
import org.zfcp4j.parity.code.ClassFiles;

/** The port and its comparison with the packed facts, made once for all tests. */
final class Driver {
    static final ClassFiles CLASSES = ClassFiles.of(Path.of(System.getProperty("zfcp4j.parity.classes", "target/classes")),
            Level.V5_10.label());
    static final Port PORT = new Port(CLASSES, Baseline.of(Level.V5_10));
    static final Comparison COMPARISON = Comparer.compare(PackedFacts.FACTS, CLASSES, Level.V5_10);

    private Driver() {
    }
}
