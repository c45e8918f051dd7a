// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.Set;

/** Names of the kernel that tell compilers and checkers something and that the grammar does not know. */
final class Annotations {
    /** Left out. */
    static final Set<String> PLAIN = Set.of("__init", "__exit", "__initdata", "__initconst", "__exitdata", "__devinit",
            "__devexit", "__devinitdata", "__cpuinit", "__net_init", "__user", "__iomem", "__force", "__kernel", "__percpu",
            "__rcu", "__must_check", "__maybe_unused", "__always_unused", "__used", "__read_mostly", "__ro_after_init",
            "__cold", "__pure", "__attribute_const__", "__weak", "__visible", "__ref", "__refdata", "noinline",
            "noinline_for_stack", "notrace", "asmlinkage", "__nocast", "__bitwise", "__bitwise__", "__private", "__safe",
            "__deprecated", "__malloc", "__randomize_layout", "__designated_init", "__nonstring", "__no_sanitize_address",
            "__noreturn", "__extension__", "__no_kasan_or_inline", "__sched", "__hot", "__noclone", "__flatten",
            "__no_randomize_layout", "__counted", "__bootdata", "__uninitialized", "__percpu_qual", "__noendbr");
    /** Left out with their arguments. */
    static final Set<String> WITH_ARGUMENTS = Set.of("__must_hold", "__acquires", "__releases", "__acquire", "__release",
            "__printf", "__scanf", "__counted_by", "__counted_by_ptr", "__counted_by_le", "__counted_by_be", "__section",
            "__alloc_size", "__guarded_by", "__pt_guarded_by", "__cond_acquires", "__no_sanitize", "__diagnose_as",
            "__acquires_shared", "__releases_shared", "__must_hold_shared", "__realloc_size", "__sized_by", "__free",
            "__cleanup", "__assume_aligned", "__alias", "__context_unsafe");
    /** Another spelling of a keyword. */
    static final Set<String> INLINE = Set.of("__always_inline", "__inline", "__inline__", "__no_sanitize_inline");

    private Annotations() {
    }
}
