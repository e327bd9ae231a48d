package mnvh.report;

import mnvh.event.Column;
import mnvh.event.DecisionSection;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderProofSection;
import mnvh.event.StepSection;
import mnvh.units.DecimalText;
import mnvh.units.Side;
import mnvh.universe.Universe;

/** One order for people: what proposed it, what each check saw, what one increment more would have broken, its life. */
final class ExplainOrder {
    private static final String UNKNOWN = "";

    private final StepFrame frame;
    private final NewOrderSection order;
    private final Universe universe;
    private final VerdictNames verdicts;

    ExplainOrder(StepFrame frame, NewOrderSection order, Universe universe, VerdictNames verdicts) {
        this.frame = frame;
        this.order = order;
        this.universe = universe;
        this.verdicts = verdicts;
    }

    ExactReport report(OrderDiary diary) {
        int i = order.instrument();
        ExactTable stages = StageTable.table();
        StageTable.write(stages, frame, universe, i);
        OrderProofSection proof = frame.proof(order.clOrdId());
        ExactTable checks = DecisionTable.table();
        if (proof != null) {
            ofOrder(checks, proof);
        }
        DecisionSection decision = frame.decision();
        if (decision != null) {
            DecisionTable.write(checks, decision);
        }
        ExactReport report = new ExactReport(stages, checks, diary.table());
        StepSection step = frame.step();
        report.fact("order", Long.toString(order.clOrdId()))
                .fact("step", Long.toString(order.step()))
                .fact("decided", SessionReport.time(frame.timestampNs()))
                .fact("symbol", universe.get(i).symbol())
                .fact("side", InboundWords.word(order.side()))
                .fact("quantity", DecimalText.format(order.quantity()))
                .fact("limit_price", DecimalText.format(order.price()))
                .fact("signal", signal(i))
                .fact("throttle", ExplainStep.throttle(step))
                .fact("aggressiveness", Double.toString(step.aggressiveness()))
                .fact("kappa", DecimalText.formatRate(step.financingScale()))
                .fact("kappa_risk", DecimalText.formatRate(step.riskScale()))
                .fact("list_bound_by", decision == null ? UNKNOWN : verdicts.say(decision.binding()))
                .fact("order_cut_by", proof == null ? UNKNOWN : verdicts.say(proof.cut()))
                .fact("one_more_increment", proof == null ? UNKNOWN : next(proof));
        return report;
    }

    private void ofOrder(ExactTable checks, OrderProofSection proof) {
        boolean buy = order.side() == Side.BUY;
        checks.text("age of the mark, milliseconds").text(UNKNOWN);
        checks.text(Long.toString(proof.referenceAgeNs() / 1_000_000))
                .text(UNKNOWN)
                .end();
        checks.text(buy ? "limit price, at most" : "limit price, at least");
        checks.text(DecimalText.format(proof.referencePrice())).text(DecimalText.format(order.price()));
        checks.text(VerdictNames.limit(proof.priceBound())).end();
        DecisionTable.line(checks, "order notional", 0, Math.abs(proof.notional()), proof.notionalLimit());
        DecisionTable.line(
                checks, "position, either side", proof.positionBefore(), proof.positionAfter(), proof.positionLimit());
    }

    private String next(OrderProofSection proof) {
        int verdict = proof.next();
        String increment = DecimalText.format(universe.get(order.instrument()).sizeIncrement());
        return proof.next() == 0
                ? increment + " more would pass every check"
                : increment + " more: " + verdicts.say(verdict) + "; " + verdicts.number(verdict, proof.nextAfter())
                        + " against " + verdicts.number(verdict, proof.nextLimit());
    }

    /** {@code s = w (R - r)}: what the instrument did beside the portfolio. */
    private String signal(int i) {
        Long weight = frame.value(Column.WEIGHT, i);
        Long own = frame.value(Column.STEP_RETURN, i);
        if (weight == null || own == null) {
            return "absent";
        }
        double w = Double.longBitsToDouble(weight);
        double r = Double.longBitsToDouble(own);
        double portfolio = frame.step().portfolioReturn();
        return w * (portfolio - r) + " = weight " + w + " * (R " + portfolio + " - r " + r + ")";
    }
}
