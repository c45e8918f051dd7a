// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/**
 * The case to search.
 *
 * @param start where it begins
 * @param level which Linux the driver is of
 * @param srbs status read buffers that the channel asks for; below 16 only here, the driver never takes fewer
 * @param notifications how many of them the channel consumes, at any time
 * @param limit status read buffers that the channel takes
 * @param quietWhilePolled whether the channel raises no interrupt while the driver has acknowledged the response before
 * @param linkUp what LINK_UP finds, for {@link RefillStart#REOPEN}
 */
public record RefillCase(RefillStart start, RefillPolicy policy, Level level, int srbs, int notifications,
        int limit, boolean quietWhilePolled, LinkUp linkUp) {
    /** The number that every channel gets. */
    public static final int DEFAULT_SRBS = 16;

    /** A channel that raises an interrupt for every response. */
    public RefillCase(RefillStart start, RefillPolicy policy, Level level, int srbs, int notifications, int limit) {
        this(start, policy, level, srbs, notifications, limit, false, LinkUp.ALONE);
    }

    /** Level 5.10, and as many as it asks for are what the channel takes. */
    public RefillCase(RefillStart start, RefillPolicy policy, int srbs, int notifications) {
        this(start, policy, Levels.linux510(), srbs, notifications, srbs);
    }

    /** The same with another LINK_UP. */
    public RefillCase with(LinkUp other) {
        return new RefillCase(start, policy, level, srbs, notifications, limit, quietWhilePolled, other);
    }

    /** The same with a channel that takes more than it asks for: up to three times as many. */
    public RefillCase tolerant() {
        return new RefillCase(start, policy, level, srbs, notifications, 3 * srbs, quietWhilePolled, linkUp);
    }
}
