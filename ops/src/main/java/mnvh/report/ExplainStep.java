package mnvh.report;

import java.util.Arrays;
import java.util.List;
import mnvh.event.DecisionSection;
import mnvh.event.DenialSection;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderProofSection;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.units.DecimalText;
import mnvh.universe.Universe;

/** One step for people: signal, throttle, stages, checks, orders with what bounds them, denials. */
final class ExplainStep {
    private final StepFrame frame;
    private final Universe universe;
    private final RecordNames names;
    private final VerdictNames verdicts;

    ExplainStep(StepFrame frame, Universe universe, RecordNames names, VerdictNames verdicts) {
        this.frame = frame;
        this.universe = universe;
        this.names = names;
        this.verdicts = verdicts;
    }

    ExactReport report() {
        ExactTable stages = StageTable.table();
        StageTable.writeAll(stages, frame, universe);
        ExactTable checks = DecisionTable.table();
        DecisionSection decision = frame.decision();
        if (decision != null) {
            DecisionTable.write(checks, decision);
        }
        ExactReport report = new ExactReport(stages, checks, orders(), denials());
        facts(report, frame.step());
        if (decision != null) {
            report.fact("binding", verdicts.say(decision.binding()))
                    .fact("neutrality", RecordNames.word(names.neutralities(), decision.neutrality()));
        }
        return report;
    }

    private ExactTable orders() {
        ExactTable table = new ExactTable("orders")
                .columns(ExactTable.Kind.NUMBER, "cl_ord_id")
                .columns(ExactTable.Kind.TEXT, "symbol", "side")
                .columns(ExactTable.Kind.NUMBER, "quantity", "price", "notional", "reference_age_ms")
                .columns(ExactTable.Kind.TEXT, "cut", "one_more_increment");
        for (NewOrderSection order : frame.orders()) {
            table.text(Long.toString(order.clOrdId()));
            table.text(universe.get(order.instrument()).symbol());
            table.text(InboundWords.word(order.side()));
            table.text(DecimalText.format(order.quantity()));
            table.text(DecimalText.format(order.price()));
            OrderProofSection proof = frame.proof(order.clOrdId());
            if (proof == null) {
                table.skip(4);
            } else {
                table.text(DecimalText.format(proof.notional()));
                table.text(Long.toString(proof.referenceAgeNs() / 1_000_000));
                table.text(verdicts.word(proof.cut())).text(verdicts.word(proof.next()));
            }
            table.end();
        }
        return table;
    }

    private ExactTable denials() {
        ExactTable table = new ExactTable("denials")
                .columns(ExactTable.Kind.TEXT, "symbol", "reason")
                .columns(ExactTable.Kind.NUMBER, "before", "after", "limit", "notional");
        for (DenialSection denial : frame.denials()) {
            int reason = denial.reason();
            table.text(
                    denial.instrument() < 0
                            ? "(list)"
                            : universe.get(denial.instrument()).symbol());
            table.text(verdicts.say(reason));
            table.text(verdicts.number(reason, denial.before())).text(verdicts.number(reason, denial.after()));
            table.text(verdicts.number(reason, denial.limit())).text(DecimalText.format(denial.notional()));
            table.end();
        }
        return table;
    }

    private void facts(ExactReport report, StepSection s) {
        report.fact("step", Long.toString(s.step()))
                .fact("closed", SessionReport.time(s.closeNs()))
                .fact("outcome", RecordNames.word(outcomes(), s.outcome()))
                .fact("state", RecordNames.word(names.tradingStates(), s.state()))
                .fact("present", Integer.toString(s.present()))
                .fact("equity", DecimalText.format(s.equity()))
                .fact("portfolio_return", Double.toString(s.portfolioReturn()))
                .fact("dispersion", Double.toString(s.dispersion()))
                .fact("rho", s.rho() + " +- " + s.rhoStandardError())
                .fact("variance_ratio", Double.toString(s.varianceRatio()))
                .fact("expected_edge", Double.toString(s.edge()))
                .fact("expected_cost", Double.toString(s.cost()))
                .fact("throttle", throttle(s))
                .fact("aggressiveness", Double.toString(s.aggressiveness()))
                .fact("kappa", DecimalText.formatRate(s.financingScale()))
                .fact("kappa_risk", DecimalText.formatRate(s.riskScale()))
                .fact("rounds", Integer.toString(s.rounds()))
                .fact("cash_demand", demand(s))
                .fact("turnover", DecimalText.format(s.traded()));
    }

    private static List<String> outcomes() {
        return Arrays.stream(StepOutcome.values()).map(Enum::name).toList();
    }

    /** @return the throttle and its factors */
    static String throttle(StepSection s) {
        return s.throttle() + " = rho " + s.throttleRho() + " * trend " + s.throttleTrend() + " * drawdown "
                + s.throttleDrawdown() + " * edge " + s.throttleEdge();
    }

    private static String demand(StepSection s) {
        return DecimalText.format(s.cashDemand()) + " = signal " + DecimalText.format(s.demandSignal()) + " + leash "
                + DecimalText.format(s.demandLeash()) + " + neutrality " + DecimalText.format(s.demandNeutrality())
                + " + fees " + DecimalText.format(s.demandFees()) + " + rounding "
                + DecimalText.format(s.demandRounding());
    }
}
