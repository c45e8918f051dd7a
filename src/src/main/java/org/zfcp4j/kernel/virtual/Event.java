// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.TimedEntry;

/** Something that virtual time brings: the end of a sleep, the expiry of a timer, the hardware's next step. */
abstract class Event extends TimedEntry {
    /** Makes a task runnable. */
    abstract void fire();

    /** What happens, for people. */
    abstract String describe();
}
