// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.zfcp4j.parity.facts.AtomicFact;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;

/** Reads off the facts how the driver claims a status read buffer, and whether close cancels {@code stat_work}. */
final class RefillReader {
    static final String REFILL = "zfcp_status_read_refill";
    private static final String POST = "zfcp_fsf_status_read";
    private static final String CLOSE = "zfcp_erp_adapter_strategy_close";
    private static final String COUNTER = "stat_miss";
    private static final String WORK = "stat_work";
    /** Operations that decrement only if something is left, in one step. */
    private static final Set<String> CLAIMS = Set.of("atomic_add_unless", "atomic_fetch_add_unless", "atomic_dec_if_positive");

    private final DriverFacts facts;

    RefillReader(DriverFacts facts) {
        this.facts = facts;
    }

    RefillFinding read() {
        FunctionFacts refill = facts.function(REFILL);
        FunctionFacts close = facts.function(CLOSE);
        List<String> evidence = new ArrayList<>();
        String policy = refill == null ? "unknown" : policy(refill, evidence);
        List<String> atClose = new ArrayList<>();
        if (close != null) {
            reached(close).forEach(function -> atClose.addAll(calls(function, RefillReader::endsWork)));
        }
        return new RefillFinding(policy, evidence, refill == null ? "" : refill.place().toString(),
                atomics("zfcp_erp.c", "atomic_set"), close == null ? "" : close.place().toString(),
                atomics("zfcp_fsf.c", "atomic_inc"), queues(), everywhere(RefillReader::endsWork), atClose);
    }

    private static String policy(FunctionFacts refill, List<String> evidence) {
        for (AtomicFact atomic : refill.atomics()) {
            if (CLAIMS.contains(atomic.op()) && onCounter(atomic)) {
                evidence.add(at(refill, atomic.line()) + " " + atomic.op() + "(" + String.join(", ", atomic.args()) + ")");
                return "add-unless";
            }
        }
        CallFact look = refill.calls().stream()
                .filter(call -> call.callee().equals("atomic_read") && names(call, COUNTER)).findFirst().orElse(null);
        CallFact post = refill.calls().stream().filter(call -> call.callee().equals(POST)).findFirst().orElse(null);
        AtomicFact count = refill.atomics().stream()
                .filter(atomic -> atomic.op().startsWith("atomic_dec") && onCounter(atomic)).findFirst().orElse(null);
        if (look == null || post == null || count == null || look.line() > post.line() || look.line() > count.line()) {
            return "unknown";
        }
        evidence.add(at(refill, look.line()) + " atomic_read(" + String.join(", ", look.arguments()) + ")");
        evidence.add(at(refill, count.line()) + " " + count.op() + "(" + String.join(", ", count.args()) + ")");
        return "check-then-dec";
    }

    private static boolean onCounter(AtomicFact atomic) {
        return atomic.args().stream().anyMatch(argument -> argument.contains(COUNTER));
    }

    private static boolean names(CallFact call, String member) {
        return call.arguments().stream().anyMatch(argument -> argument.matches(".*\\b" + member + "\\b.*"));
    }

    private static boolean endsWork(FunctionFacts function, CallFact call) {
        return call.callee().matches("(cancel|flush)_.*work.*|disable_work.*") && names(call, WORK);
    }

    private List<String> queues() {
        return everywhere((function, call) -> function.place().fileName().equals("zfcp_fsf.c")
                && call.callee().matches("queue_work.*") && names(call, WORK));
    }

    private List<String> atomics(String file, String operation) {
        List<String> places = new ArrayList<>();
        for (FunctionFacts function : facts.functions()) {
            if (function.place().fileName().equals(file)) {
                function.atomics().stream().filter(atomic -> atomic.op().equals(operation) && onCounter(atomic))
                        .forEach(atomic -> places.add(at(function, atomic.line())));
            }
        }
        return places;
    }

    private List<String> everywhere(BiPredicate<FunctionFacts, CallFact> wanted) {
        List<String> places = new ArrayList<>();
        facts.functions().forEach(function -> places.addAll(calls(function, wanted)));
        return places;
    }

    private static List<String> calls(FunctionFacts function, BiPredicate<FunctionFacts, CallFact> wanted) {
        return function.calls().stream().filter(call -> wanted.test(function, call))
                .map(call -> at(function, call.line()) + " " + call.callee()).toList();
    }

    /** A function and the driver's functions that it calls, directly or not. */
    private Set<FunctionFacts> reached(FunctionFacts start) {
        Set<FunctionFacts> reached = new LinkedHashSet<>();
        Deque<FunctionFacts> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            FunctionFacts function = open.pop();
            if (function.place().fileName().startsWith("zfcp_") && reached.add(function)) {
                function.calls().stream().map(call -> facts.function(call.callee())).filter(f -> f != null).forEach(open::push);
            }
        }
        return reached;
    }

    private static String at(FunctionFacts function, int line) {
        return function.place().fileName() + ":" + line;
    }
}
