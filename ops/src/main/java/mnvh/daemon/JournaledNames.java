package mnvh.daemon;

import mnvh.monitor.RunNames;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.report.RecordNames;
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
                RunNames.of(TradingState.values()));
    }

    /** @return words for the monitor */
    static RunNames monitor() {
        return new RunNames(RunNames.of(TradingState.values()), RunNames.of(Verdict.values()));
    }
}
