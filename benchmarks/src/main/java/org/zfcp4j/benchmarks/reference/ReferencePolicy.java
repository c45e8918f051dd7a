// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.reference;

import java.util.List;

/** Numbers of the refill policies in {@code zfcpref.h}. */
final class ReferencePolicy {
    private static final List<String> NAMES = List.of("check-then-dec", "add-unless", "cancel-at-close", "lock",
            "claim-all");

    private ReferencePolicy() {
    }

    static int number(String name) {
        int number = NAMES.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("the C reference has no policy \"" + name + "\"; there are " + String.join(", ", NAMES));
        }
        return number;
    }
}
