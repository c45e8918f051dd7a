// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.List;

/** A sequence that goes on as another one from some places on. */
final class TurningRandom extends SeededRandom {
    private final long own;
    private final List<Draws.Turn> turns;
    private int drawn;
    private int next;

    TurningRandom(long own, List<Draws.Turn> turns) {
        super(own);
        this.own = own;
        this.turns = turns;
    }

    @Override
    public long nextLong() {
        while (next < turns.size() && turns.get(next).at() <= drawn) {
            restart(own ^ turns.get(next++).seed());
        }
        drawn++;
        return super.nextLong();
    }
}
