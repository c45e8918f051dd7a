// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.virtual.LockOrder;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Violation;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** What the virtual kernel itself finds wrong in a run. */
public final class ContextRules {
    /**
     * zfcp takes these two in both orders; the kernel's read/write locks let readers pass, so nobody deadlocks. That is noted, and
     * is not a violation.
     */
    private static final Set<String> KNOWN_CYCLE = Set.of("erp_lock", "port_list_lock");

    private ContextRules() {
    }

    /**
     * Broken rules, deadlocks, exceptions and lock-order cycles of a run; {@code order} is that of its kernel. The mistakes of zfcp that
     * {@code known} and {@code ends} recognise end the run, which is noted; that nothing else is wrong with it is true until then.
     */
    public static List<Finding> of(RunResult result, LockOrder order, HostLockRecursion known, List<? extends KnownEnd> ends) {
        List<Finding> findings = new ArrayList<>();
        for (Violation violation : result.violations()) {
            if (known.isMeant(violation)) {
                continue;
            }
            boolean storage = violation.rule() == Violation.Rule.STORAGE_MISUSE;
            findings.add(new Finding(storage ? Invariant.STORAGE : Invariant.CONTEXT, "", violation.jiffies() * 1000,
                    violation.context(), violation.message() + function(violation)));
        }
        // That mistake is made with the lock held, below which others are taken.
        boolean below = result.violations().stream().anyMatch(known::isMeant);
        for (LockOrder.Cycle cycle : order.cycles()) {
            if (!KNOWN_CYCLE.containsAll(cycle.locks()) && !(below && cycle.locks().contains("host_lock"))) {
                findings.add(new Finding(Invariant.CONTEXT, "", result.jiffies() * 1000, "", cycle.toString()));
            }
        }
        if (ends.stream().anyMatch(end -> end.isMeant(result))) {
            return findings;
        }
        switch (result.outcome()) {
            case DEADLOCK, LOST_WAKEUP, LIMIT -> findings.add(new Finding(Invariant.PROGRESS, "", result.jiffies() * 1000, "",
                    result.detail()));
            case FAILED, PANIC -> findings.add(new Finding(Invariant.CONTEXT, "", result.jiffies() * 1000, "",
                    result.detail()));
            default -> {
            }
        }
        return findings;
    }

    /**
     * What zfcp does and should not, and what is no mistake as long as something else holds: the known cycle of two locks, with who
     * has taken them.
     */
    public static List<String> notes(RunResult result, LockOrder order, HostLockRecursion known, List<? extends KnownEnd> ends) {
        List<String> notes = new ArrayList<>();
        ends.stream().filter(end -> end.isMeant(result)).map(KnownEnd::note).forEach(notes::add);
        for (Violation violation : result.violations()) {
            if (known.isMeant(violation)) {
                notes.add("the run ends here, with a mistake of zfcp itself: _zfcp_erp_lun_reopen_all recovers a LUN that needs host_lock,"
                        + " which it holds");
            }
        }
        for (LockOrder.Cycle cycle : order.cycles()) {
            if (KNOWN_CYCLE.containsAll(cycle.locks())) {
                notes.add(cycle + "; no deadlock, as readers of these locks do not queue behind a writer");
            }
        }
        return notes;
    }

    private static String function(Violation violation) {
        return violation.function().isEmpty() ? "" : ", in " + violation.function();
    }

    /** What was written beyond the end of a block, or after it was freed. */
    public static List<Finding> of(VirtualKernel kernel, long micros) {
        return kernel.corruptions().stream().map(text -> new Finding(Invariant.STORAGE, "", micros, "", text)).toList();
    }
}
