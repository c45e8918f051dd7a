// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.List;

/** Gets what the port does, as a line of a recording without its number. Any context; must not block. */
@FunctionalInterface
public interface EventSink {
    void event(JsonObject event);

    /** Which of {@code events}, all of the same moment, is to come first: its index. */
    default int expected(List<JsonObject> events) {
        return 0;
    }
}
