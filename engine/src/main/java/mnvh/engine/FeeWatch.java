package mnvh.engine;

import mnvh.config.StrategyConfig;
import mnvh.event.Notice;
import mnvh.ledger.Ledger;
import mnvh.ledger.Translation;
import mnvh.risk.BasketPipeline;
import mnvh.risk.FeeBudget;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Reads fees and gross profit from the books, sets the no-trade band, and says when it cannot reach the target.
 *
 * <p>Fees are those of trading less rebates; gross profit is mark to market, execution edge and funding, as in the
 * session's report. Core thread only; allocates nothing after construction.
 */
@HotPath
final class FeeWatch implements Stateful {
    /** Of a gross profit of next to nothing any multiple can be paid; it need not fit 64 bits. */
    private static final double LARGEST_TOLD = 1e9;

    private final Ledger ledger;
    private final EngineState engine;
    private final BasketPipeline pipeline;
    private final FeeBudget budget;
    private final double targetMin;
    private final double targetMax;

    FeeWatch(StrategyConfig strategy, Ledger ledger, EngineState engine, BasketPipeline pipeline) {
        this.ledger = ledger;
        this.engine = engine;
        this.pipeline = pipeline;
        this.budget = new FeeBudget(strategy.feeBudget(), strategy.tradeThresholdRatio());
        this.targetMin = strategy.feeBudget().targetMin();
        this.targetMax = strategy.feeBudget().targetMax();
    }

    /** Takes the step that the books have just closed. */
    void onStep() {
        Translation books = ledger.translation();
        long fees = Math.negateExact(Math.addExact(books.component(Component.FEE), books.component(Component.REBATE)));
        long gross = Math.addExact(
                Math.addExact(books.component(Component.MTM), books.component(Component.EDGE)),
                books.component(Component.FUNDING));
        if (budget.onStep(fees, gross)) {
            tell();
        }
        pipeline.tradeThreshold(budget.band());
    }

    private void tell() {
        double ratio = budget.ratio();
        long value = ratio < LARGEST_TOLD ? fixed(ratio) : Long.MAX_VALUE;
        switch (budget.reach()) {
            case OPEN:
                engine.alarm(Notice.FEE_BUDGET_IN_REACH, -1, value);
                break;
            case ABOVE_AT_WIDEST:
                engine.alarm(Notice.FEE_BUDGET_OUT_OF_REACH, -1, value, fixed(targetMax));
                break;
            default:
                engine.alarm(Notice.FEE_BUDGET_OUT_OF_REACH, -1, value, fixed(targetMin));
        }
    }

    private static long fixed(double ratio) {
        return FixedPoint.fromDouble(ratio, Rounding.HALF_EVEN);
    }

    /** @return fees over gross profit of the window; NaN while not ready or without gross profit */
    double ratio() {
        return budget.ratio();
    }

    /** @return the no-trade band in force, fraction of equity at 10^-12 */
    long band() {
        return budget.band();
    }

    @Override
    public void writeTo(StateWriter writer) {
        budget.writeTo(writer);
    }
}
