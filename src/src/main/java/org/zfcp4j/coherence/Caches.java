// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The caches of all processors. Between two of them a line moves when one writes it, or when one reads it that another one has written;
 * caches have room for everything, and nothing is fetched ahead. One thread at a time.
 *
 * <p>A transfer is <em>false sharing</em> if during the stay that it begins the processor accesses no byte that another one has written
 * since its last copy of the line (the definition of Dubois and others, 1993, by bytes). The first copy of a processor is never taken for
 * that.
 */
public final class Caches {
    /** As many as the largest machine that is modelled has. */
    public static final int MAX_PROCESSORS = 128;

    private final int processors;
    private final int lineSize;
    private final MemoryMap map;
    private final Sharing sharing;
    private final Map<Long, Line> lines = new HashMap<>();

    /**
     * Empty caches.
     *
     * @param lineSize 64, 128 or 256 bytes
     */
    public Caches(int processors, int lineSize, MemoryMap map, Sharing sharing) {
        if (processors < 1 || processors > MAX_PROCESSORS) {
            throw new IllegalArgumentException(processors + " processors: 1 to " + MAX_PROCESSORS + " can be modelled");
        }
        if (lineSize != 64 && lineSize != 128 && lineSize != 256) {
            throw new IllegalArgumentException("lines of " + lineSize + " bytes: 64, 128 or 256 can be modelled");
        }
        this.processors = processors;
        this.lineSize = lineSize;
        this.map = map;
        this.sharing = sharing;
    }

    /**
     * A processor accesses memory, line by line.
     *
     * @param write also of an access that reads and writes
     * @param seen  gets what happened, once for each line that counts
     */
    public void access(int processor, long address, long length, boolean write, Consumer<LineAccess> seen) {
        long at = address;
        long end = address + length;
        while (at < end) {
            long next = Math.min(end, (at / lineSize + 1) * lineSize);
            int label = map.label(at);
            if (label >= 0) {
                seen.accept(one(processor, at, (int) (next - at), label, write));
            }
            at = next;
        }
    }

    /** How many lines hold those bytes. */
    public int lines(long address, long length) {
        return (int) ((address + length - 1) / lineSize - address / lineSize) + 1;
    }

    private LineAccess one(int processor, long address, int count, int label, boolean write) {
        Line line = lines.computeIfAbsent(address / lineSize, number -> new Line(processors));
        Effect effect;
        int from = -1;
        int invalidated = 0;
        if (!line.isHeldBy(processor)) {
            effect = line.isUntouched() ? Effect.COLD : Effect.TRANSFER;
            from = line.supplier();
            line.arrive(processor, label, effect == Effect.TRANSFER);
        } else {
            effect = write && !line.isExclusive() ? Effect.UPGRADE : Effect.HIT;
        }
        if (write && !line.isExclusive()) {
            invalidated = line.invalidateOthers(processor, sharing);
        }
        line.use(processor, (int) (address % lineSize), count, write, sharing);
        return new LineAccess(processor, label, effect, from, invalidated);
    }

    /** Nothing follows: tells of all stays that have not ended. */
    public void finish() {
        lines.values().forEach(line -> line.finish(sharing));
    }
}
