// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * Learns what orders tasks: what one has done before it released an object happens before what another one does after it has acquired it.
 * The orders are those that Linux promises, which may be weaker than what a run on one processor shows. Called by the current task.
 */
public interface OrderListener {
    /** A task was made by another one. */
    void created(Task task, Task by);

    /** A task has done all that it will do. */
    void ended(Task task);

    /** What {@code by} has done so far is handed over through {@code what}, in addition to what was handed over before. */
    void released(Task by, Object what);

    /** {@code by} takes over what was handed over. */
    void acquired(Task by, Object what);

    /** A relaxed load: takes over what was stored, at the next fence. */
    void loaded(Task by, Object atomic);

    /** A relaxed store or read-modify-write: hands over what was done before the last fence. */
    void stored(Task by, Object atomic);

    /** A full fence. */
    void fenced(Task by);

    /** An object of a cache was freed. */
    void freed(Task by, Object object);
}
