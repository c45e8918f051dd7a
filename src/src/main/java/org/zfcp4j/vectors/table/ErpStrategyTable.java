// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.erp.strategy.ErpActResult;
import org.zfcp4j.zfcp.erp.strategy.LunStrategy;
import org.zfcp4j.zfcp.erp.strategy.PortForcedStrategy;
import org.zfcp4j.zfcp.erp.strategy.PortStrategy;
import org.zfcp4j.zfcp.erp.strategy.StrategyCheck;

/** {@code erp_strategy.jsonl}: single steps of recovery, the conclusions from their results, and what follows from these. */
final class ErpStrategyTable implements Table {
    private static final int ADAPTER = 0x5400040b;
    private static final int PORT = 0x54000001;
    private static final int LUN = 0x54000000;

    @Override
    public String kind() {
        return "erp_strategy";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("fn") && (row.has("result") || row.has("close_only") || row.has("events"));
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Row> together = new ArrayList<>();
        List<Row> followups = new ArrayList<>();
        for (Row row : rows) {
            if (row.has("events")) {
                followups.add(row);
            } else if (row.has("step")) {
                results.add(RowResult.guarded(row, () -> step(row)));
            } else {
                together.add(row);
            }
        }
        if (!together.isEmpty()) {
            // Nothing blocks here, so rows are independent.
            try (StartState state = new StartState(StartState.Options.usual())) {
                state.run(start -> together.forEach(row -> results.add(conclude(start, row))));
            }
        }
        results.addAll(ErpFollowups.replay(followups));
        return results;
    }

    private static ErpActResult result(Row row, String name) {
        try {
            return ErpActResult.valueOf("ZFCP_ERP_" + row.text(name));
        } catch (IllegalArgumentException e) {
            throw row.malformed(name);
        }
    }

    // ---- one step of an action

    private static RowResult step(Row row) {
        Function<ErpAction, ErpActResult> strategy = switch (row.text("fn")) {
            case "port_strategy" -> PortStrategy::portStrategy;
            case "port_forced_strategy" -> PortForcedStrategy::portForcedStrategy;
            case "lun_strategy" -> LunStrategy::lunStrategy;
            default -> null;
        };
        if (strategy == null) {
            return RowResult.skip(row, "no strategy " + row.text("fn") + " is known");
        }
        Comparator comparator = new Comparator(row);
        try (StartState state = new StartState(StartState.Options.usual())) {
            state.run(start -> step(start, row, strategy, comparator));
        }
        return comparator.result();
    }

    private static void step(StartState state, Row row, Function<ErpAction, ErpActResult> strategy, Comparator comparator) {
        boolean lun = row.text("fn").startsWith("lun");
        AtomicInt status = lun ? state.lun().status : state.port().status;
        ErpAction act = lun ? state.lun().erpAction : state.port().erpAction;
        act.step = row.word("step");
        act.status = row.word("act_status");
        state.port().dId = row.word("d_id");
        status.set(row.word("status"));
        state.takeEvents();

        state.failAllocations(row.word("alloc_fails") != 0);
        ErpActResult result = strategy.apply(act);
        state.failAllocations(false);

        String request = "";
        for (var event : state.takeEvents()) {
            if (Effects.ev(event).equals("req")) {
                request = event.getString("cmd", "");
            }
        }
        comparator.text("result", result.name().substring("ZFCP_ERP_".length()));
        comparator.text("request", request);
        comparator.word("step2", act.step);
        comparator.word("status2", status.read());
        comparator.word("d_id2", state.port().dId);
        comparator.number("gid_pn_queued", state.port().gidPnWork.isPending() ? 1 : 0);
    }

    // ---- what a result means

    private static RowResult conclude(StartState state, Row row) {
        Comparator comparator = new Comparator(row);
        state.adapter().status.set(ADAPTER);
        state.port().status.set(PORT);
        state.lun().status.set(LUN);
        switch (row.text("fn")) {
            case "strategy_check_lun" -> check(row, comparator, state.lun().status, state.lun().erpCounter,
                result -> StrategyCheck.strategyCheckLun(state.sdev(), result));
            case "strategy_check_port" -> check(row, comparator, state.port().status, state.port().erpCounter,
                result -> StrategyCheck.strategyCheckPort(state.port(), result));
            case "strategy_check_adapter" -> check(row, comparator, state.adapter().status, state.adapter().erpCounter,
                result -> StrategyCheck.strategyCheckAdapter(state.adapter(), result));
            case "strat_change_det" -> {
                state.port().status.set(row.word("running") != 0 ? ZFCP_STATUS_COMMON_RUNNING : 0);
                boolean changed = StrategyCheck.stratChangeDet(state.port().status,
                    row.word("close_only") != 0 ? ZFCP_STATUS_ERP_CLOSE_ONLY : 0);
                comparator.number("changed", changed ? 1 : 0);
                return comparator.result();
            }
            default -> {
                return RowResult.skip(row, "no function " + row.text("fn") + " is known");
            }
        }
        if (row.has("port2")) {
            comparator.word("port2", state.port().status.read());
        }
        if (row.has("lun2")) {
            comparator.word("lun2", state.lun().status.read());
        }
        state.takeEvents();
        return comparator.result();
    }

    private static void check(Row row, Comparator comparator, AtomicInt status, AtomicInt counter,
            Function<ErpActResult, ErpActResult> function) {
        status.set(row.word("status"));
        counter.set(row.word("counter"));
        ErpActResult result = function.apply(result(row, "result"));
        comparator.text("result2", result.name().substring("ZFCP_ERP_".length()));
        comparator.word("status2", status.read());
        comparator.number("counter2", counter.read());
    }
}
