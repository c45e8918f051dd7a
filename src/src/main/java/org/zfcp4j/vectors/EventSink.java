// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;

/** Gets what the port does, as a line of a recording without its number. Any context; must not block. */
@FunctionalInterface
public interface EventSink {
    void event(JsonObject event);
}
