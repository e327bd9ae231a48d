package mnvh.daemon;

import java.util.Arrays;
import mnvh.monitor.RunNames;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.report.RecordNames;
import mnvh.report.VerdictNames;
import mnvh.risk.NeutralityOutcome;
import mnvh.risk.TradingState;
import mnvh.risk.Verdict;

/** The enums whose ordinals are journaled, as words. */
final class JournaledNames {
    private JournaledNames() {}

    /** @return words for records and reports */
    static RecordNames all() {
        return new RecordNames(
                RunNames.of(OrderState.values()),
                RunNames.of(OrderCause.values()),
                RunNames.of(Verdict.values()),
                RunNames.of(TradingState.values()),
                RunNames.of(NeutralityOutcome.values()));
    }

    /** @return words and sentences of the gate */
    static VerdictNames verdicts() {
        return new VerdictNames(
                RunNames.of(Verdict.values()),
                Arrays.stream(Verdict.values()).map(Verdict::sentence).toList(),
                Arrays.stream(Verdict.values()).map(Verdict::counts).toList());
    }

    /** @return words for the monitor */
    static RunNames monitor() {
        return new RunNames(RunNames.of(TradingState.values()), RunNames.of(Verdict.values()));
    }
}
