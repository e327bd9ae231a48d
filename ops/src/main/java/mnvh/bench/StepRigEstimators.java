package mnvh.bench;

import mnvh.config.Config;
import mnvh.config.StrategyConfig;
import mnvh.risk.BetaEstimator;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.Throttle;
import mnvh.stats.LaneSum;
import mnvh.strategy.CostEstimator;
import mnvh.strategy.CrossSection;
import mnvh.strategy.DispersionEstimator;
import mnvh.strategy.EdgeEstimator;
import mnvh.strategy.PresentWeights;
import mnvh.strategy.RelativeReturns;
import mnvh.strategy.ReversionEstimator;
import mnvh.strategy.WeightScheme;
import mnvh.units.FixedPoint;
import mnvh.universe.Universe;

/** The estimators and the throttle that they feed, put together as the step has them. One thread. */
final class StepRigEstimators {
    private final int size;
    private final CrossSection crossSection;
    private final double feeRate;
    private final double full;
    private final WeightScheme scheme;
    private final ReversionEstimator reversion;
    private final DispersionEstimator dispersion;
    private final EdgeEstimator edge;
    private final CostEstimator cost;
    private final LaneSum spread = new LaneSum();
    final PresentWeights weights;
    final RelativeReturns returns;
    final BetaEstimator marketBeta;
    final Throttle throttle;
    double aggressiveness;

    StepRigEstimators(Universe universe, Config config, CrossSection crossSection) {
        StrategyConfig strategy = config.strategy();
        int window = strategy.rhoWindowSteps();
        double leash = strategy.inventoryLeash();
        this.size = universe.size();
        this.crossSection = crossSection;
        this.feeRate = FixedPoint.rateToDouble(config.fees().general().takerRate());
        this.full = strategy.aggressiveness();
        scheme = WeightScheme.of(universe, strategy.weights());
        weights = new PresentWeights(size);
        returns = new RelativeReturns(crossSection, weights, Math.max(2, EdgeEstimator.lags(leash)));
        reversion = new ReversionEstimator(returns, window);
        dispersion = new DispersionEstimator(
                crossSection, weights, returns, strategy.throttle().trendHorizonSteps(), window);
        edge = new EdgeEstimator(returns, leash, window);
        cost = new CostEstimator(crossSection, returns, leash, window);
        marketBeta = new BetaEstimator(universe, strategy.neutrality());
        throttle = new Throttle(strategy.throttle(), config.risk());
    }

    /** @return whether the step was measured */
    boolean onStep(long equity, DrawdownLimit drawdown) {
        scheme.refresh(crossSection);
        boolean measured = weights.renormalise(scheme, crossSection) && crossSection.quorum();
        returns.onStep(measured);
        reversion.onStep();
        dispersion.onStep();
        edge.onStep();
        cost.onStep();
        if (measured) {
            marketBeta.onStep(crossSection.present(), crossSection.stepReturns(), returns.portfolioReturn());
        }
        double money = full * FixedPoint.toDouble(Math.max(0, equity));
        throttle.update(
                reversion.value(),
                reversion.standardError(),
                dispersion.varianceRatio(),
                drawdown.drawdown(),
                edge.edge(money),
                cost.cost(money, feeRate + meanHalfSpread()));
        aggressiveness = money * throttle.factor();
        return measured;
    }

    private double meanHalfSpread() {
        spread.clear();
        int quoted = 0;
        for (int i = 0; i < size; i++) {
            long bid = crossSection.bid(i);
            long ask = crossSection.ask(i);
            if (crossSection.present(i) && bid > 0 && ask > 0) {
                spread.add(i, 0.5 * (ask - bid) / crossSection.mark(i));
                quoted++;
            }
        }
        return quoted == 0 ? 0.0 : spread.total() / quoted;
    }
}
