// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.Arrays;
import java.util.List;

/**
 * Tells states apart by how they came about: two schedules that differ only in the order of operations that are independent of each
 * other have the same digest, and so lead to the same state, whatever objects hold and whatever the hardware is (happens-before caching,
 * Musuvathi and Qadeer, 2007). Operations are independent if they are of different objects, or both read. The hardware and all memory
 * that is shared with it count as one object.
 */
final class OrderTracker extends StateTracker {
    /** By number of the object: the operations that changed it, in their order. */
    private long[] changes = new long[512];
    /** The operations since the last change that only looked at it, in any order. */
    private long[] looks = new long[512];
    /** The same for the hardware. */
    private int hardware;
    private int objects;

    OrderTracker(ForgetRule forgetRule) {
        super(forgetRule);
    }

    @Override
    void register(Shared object) {
        objects++;
    }

    @Override
    void performed(Task task, long now) {
        if (task.target == null) {
            task.seen = mix(mix(task.seen, task.operation.ordinal() + 1), now);
            return;
        }
        touch(task, task.target, task.operation.ordinal() + 1, task.operation.isReading() && !isOfHardware(task.target));
    }

    private boolean isOfHardware(Shared object) {
        return object instanceof Hardware || object instanceof VirtualSharedMemory;
    }

    @Override
    void touched(Task task, Shared object) {
        touch(task, object, 0, false);
    }

    private void touch(Task task, Shared object, int operation, boolean looking) {
        int index = index(object);
        long h = mix(mix(task.seen, operation), object.id());
        h = mix(h, changes[index]);
        if (looking) {
            looks[index] += mix(h, 1);
        } else {
            h = mix(h, looks[index]);
            changes[index] = h;
            looks[index] = 0;
        }
        task.seen = h;
    }

    private int index(Shared object) {
        if (isOfHardware(object)) {
            if (hardware == 0) {
                hardware = object.id();
            }
            return hardware;
        }
        int id = object.id();
        if (id >= changes.length) {
            changes = Arrays.copyOf(changes, 2 * id);
            looks = Arrays.copyOf(looks, 2 * id);
        }
        return id;
    }

    @Override
    long fingerprint(List<Task> tasks, long now) {
        long sum = mix(now, objects);
        for (int i = 0; i < changes.length; i++) {
            if ((changes[i] | looks[i]) != 0) {
                sum += mix(mix(i, changes[i]), looks[i]);
            }
        }
        return sum + digests(tasks, now);
    }
}
