// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.util.HashSet;
import java.util.Set;
import org.zfcp4j.lab.Event;

/** Counts the status read buffers of a device that were posted and not completed. */
final class SrbCount {
    private final Set<Long> posted = new HashSet<>();

    void see(Event event) {
        switch (event.kind()) {
            case POST -> posted.add(event.b());
            case COMPLETE -> posted.remove(event.a());
            default -> {
            }
        }
    }

    int count() {
        return posted.size();
    }
}
