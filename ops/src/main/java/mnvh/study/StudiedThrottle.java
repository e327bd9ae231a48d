package mnvh.study;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.CostConfig;
import mnvh.config.FeeConfig;
import mnvh.config.MarkSource;
import mnvh.config.RiskConfig;
import mnvh.config.StepConfig;
import mnvh.config.ThrottleConfig;
import mnvh.ledger.FeeSchedule;
import mnvh.risk.Limits;
import mnvh.risk.Throttle;
import mnvh.strategy.CostEstimator;
import mnvh.strategy.CrossSection;
import mnvh.strategy.DispersionEstimator;
import mnvh.strategy.EdgeEstimator;
import mnvh.strategy.EqualWeights;
import mnvh.strategy.LiquidityEstimator;
import mnvh.strategy.PresentWeights;
import mnvh.strategy.RelativeReturns;
import mnvh.strategy.ReversionEstimator;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/**
 * The production estimators and throttle, with the defaults of the configuration, over one price per instrument and
 * step; there is no book, so the drawdown factor is 1. One thread.
 */
final class StudiedThrottle {
    private static final long INTERVAL_NS = 1_000_000_000L;
    private static final double LEASH = 0.92;
    /** Aggressiveness is in units of money here: edge and cost are linear in it but for slippage, which is off. */
    private static final double MONEY = 1e6;

    private final CrossSection crossSection;
    private final EqualWeights scheme;
    private final PresentWeights weights;
    private final RelativeReturns returns;
    private final ReversionEstimator reversion;
    private final DispersionEstimator dispersion;
    private final EdgeEstimator edge;
    private final CostEstimator cost;
    private final LiquidityEstimator liquidity;
    private final Throttle throttle;
    private final FeeSchedule fees;
    private final double[] rate;
    private final double[] impact;
    private long steps;

    /**
     * @param windowSteps window of every estimator
     * @param feeBps taker fee and half spread together, basis points
     */
    StudiedThrottle(int instruments, int windowSteps, double feeBps) {
        Universe universe = universe(instruments);
        crossSection = new CrossSection(
                universe, new StepConfig(INTERVAL_NS, INTERVAL_NS, 0, 0.8, MarkSource.LAST), Double.POSITIVE_INFINITY);
        scheme = new EqualWeights(instruments);
        weights = new PresentWeights(instruments);
        returns = new RelativeReturns(crossSection, weights, Math.max(2, EdgeEstimator.lags(LEASH)));
        ThrottleConfig config = new ThrottleConfig(true, true, true, true, 1, 0.02, 5, 1, 1.5, Double.NaN, 1, 0);
        reversion = new ReversionEstimator(returns, windowSteps);
        dispersion = new DispersionEstimator(crossSection, weights, returns, config.trendHorizonSteps(), windowSteps);
        edge = new EdgeEstimator(returns, LEASH, windowSteps);
        cost = new CostEstimator(crossSection, returns, LEASH, windowSteps);
        liquidity = new LiquidityEstimator(universe, crossSection, new CostConfig(windowSteps, feeBps, 0));
        throttle = new Throttle(config, new Limits(unlimited()));
        fees = new FeeSchedule(universe, new FeeConfig(0, 0, 0, 0));
        rate = new double[instruments];
        impact = new double[instruments];
    }

    private static Universe universe(int size) {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            instruments.add(new Instrument(
                    i,
                    "S" + i,
                    InstrumentKind.LINEAR_PERP,
                    "USD",
                    1,
                    1,
                    FixedPoint.SCALE,
                    0,
                    Long.MAX_VALUE,
                    0,
                    FixedPoint.RATE_SCALE));
        }
        return new Universe(instruments);
    }

    private static RiskConfig unlimited() {
        long none = RiskConfig.NONE;
        return new RiskConfig(
                none, none, none, none, 0, none, none, none, none, none, none, 1, 1, Double.POSITIVE_INFINITY);
    }

    /** Takes a step's prices. @return the throttle's factor */
    double step(double[] prices) {
        long closeNs = ++steps * INTERVAL_NS;
        for (int i = 0; i < prices.length; i++) {
            long price = FixedPoint.fromDouble(prices[i], Rounding.HALF_EVEN);
            crossSection.onPrice(i, closeNs, 0, 0, price, 0, 0);
        }
        crossSection.closeStep(closeNs);
        scheme.refresh(crossSection);
        boolean measured = weights.renormalise(scheme, crossSection) && crossSection.quorum();
        returns.onStep(measured);
        reversion.onStep();
        dispersion.onStep();
        edge.onStep();
        cost.onStep();
        liquidity.onStep(measured);
        liquidity.costs(fees, rate, impact);
        return throttle.update(
                reversion.value(),
                reversion.standardError(),
                dispersion.varianceRatio(),
                0,
                edge.edge(MONEY),
                cost.cost(MONEY, rate, impact));
    }

    /** @return unclipped rho of the window; NaN while not ready */
    double rho() {
        return reversion.value();
    }
}
