// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Tells an {@link OrderListener}, if there is one, what the current task does that orders it with others; nothing while an observer looks. */
final class OrderHooks {
    private final Engine engine;
    /** May be null. */
    private final OrderListener listener;

    OrderHooks(Engine engine, OrderListener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    private boolean isHeard() {
        return listener != null && !engine.isQuiet();
    }

    /** The current task makes or starts another one, which knows what was done before. */
    void created(Task task) {
        if (listener != null) {
            listener.created(task, engine.self());
        }
    }

    /** The current task has come to its end. */
    void ended() {
        if (listener != null) {
            listener.ended(engine.self());
        }
    }

    /** What the current task has done is handed over through {@code what}. */
    void releases(Object what) {
        if (isHeard()) {
            listener.released(engine.self(), what);
        }
    }

    /** The current task takes over what was handed over. */
    void acquires(Object what) {
        if (isHeard()) {
            listener.acquired(engine.self(), what);
        }
    }

    /** A relaxed load of the current task. */
    void loads(Object atomic) {
        if (isHeard()) {
            listener.loaded(engine.self(), atomic);
        }
    }

    /** A relaxed store of the current task. */
    void stores(Object atomic) {
        if (isHeard()) {
            listener.stored(engine.self(), atomic);
        }
    }

    /** A fully ordered read-modify-write of the current task. */
    void orders(Object atomic) {
        if (isHeard()) {
            Task self = engine.self();
            listener.fenced(self);
            listener.acquired(self, atomic);
            listener.released(self, atomic);
            listener.fenced(self);
        }
    }

    /** An object was freed. */
    void frees(Object object) {
        if (listener != null) {
            listener.freed(engine.self(), object);
        }
    }
}
