// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.Set;

/** Which functions of the kernel take locks and which change atomic variables. */
final class Operations {
    private static final Set<String> LOCK_STARTS = Set.of("spin_lock", "spin_unlock", "spin_trylock", "raw_spin_lock",
            "raw_spin_unlock", "read_lock", "read_unlock", "write_lock", "write_unlock", "mutex_lock", "mutex_unlock",
            "mutex_trylock", "rcu_read_lock", "rcu_read_unlock", "lockdep_assert", "down_read", "down_write", "up_read",
            "up_write");
    private static final Set<String> LOCKS = Set.of("spin_lock_init", "mutex_init", "rwlock_init", "scoped_guard", "guard");
    private static final Set<String> BITS = Set.of("test_and_set_bit", "test_and_clear_bit", "test_and_change_bit", "set_bit",
            "clear_bit", "change_bit", "cmpxchg", "xchg", "try_cmpxchg");

    private Operations() {
    }

    static boolean isLock(String function) {
        return LOCKS.contains(function) || LOCK_STARTS.stream().anyMatch(function::startsWith);
    }

    static boolean isAtomic(String function) {
        boolean atomic = function.startsWith("atomic_") || function.startsWith("atomic64_");
        return atomic && !function.endsWith("_read") || BITS.contains(function);
    }
}
