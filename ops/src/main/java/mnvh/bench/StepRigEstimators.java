package mnvh.bench;

import mnvh.config.Config;
import mnvh.config.StrategyConfig;
import mnvh.ledger.FeeSchedule;
import mnvh.risk.BetaEstimator;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.Limits;
import mnvh.risk.Throttle;
import mnvh.strategy.CostEstimator;
import mnvh.strategy.CrossSection;
import mnvh.strategy.DispersionEstimator;
import mnvh.strategy.EdgeEstimator;
import mnvh.strategy.LiquidityEstimator;
import mnvh.strategy.PresentWeights;
import mnvh.strategy.RelativeReturns;
import mnvh.strategy.ReversionEstimator;
import mnvh.strategy.WeightScheme;
import mnvh.units.FixedPoint;
import mnvh.universe.Universe;

/** The estimators and the throttle that they feed, put together as the step has them. One thread. */
final class StepRigEstimators {
    private final CrossSection crossSection;
    private final FeeSchedule fees;
    private final double full;
    private final WeightScheme scheme;
    private final ReversionEstimator reversion;
    private final DispersionEstimator dispersion;
    private final EdgeEstimator edge;
    private final CostEstimator cost;
    private final LiquidityEstimator liquidity;
    private final double[] rate;
    private final double[] impact;
    final PresentWeights weights;
    final RelativeReturns returns;
    final BetaEstimator marketBeta;
    final Throttle throttle;
    double aggressiveness;

    StepRigEstimators(Universe universe, Config config, CrossSection crossSection, FeeSchedule fees) {
        StrategyConfig strategy = config.strategy();
        int window = strategy.rhoWindowSteps();
        double leash = strategy.inventoryLeash();
        int size = universe.size();
        this.crossSection = crossSection;
        this.fees = fees;
        this.full = strategy.aggressiveness();
        scheme = WeightScheme.of(universe, strategy.weights());
        weights = new PresentWeights(size);
        returns = new RelativeReturns(crossSection, weights, Math.max(2, EdgeEstimator.lags(leash)));
        reversion = new ReversionEstimator(returns, window);
        dispersion = new DispersionEstimator(
                crossSection, weights, returns, strategy.throttle().trendHorizonSteps(), window);
        edge = new EdgeEstimator(returns, leash, window);
        cost = new CostEstimator(crossSection, returns, leash, window);
        liquidity = new LiquidityEstimator(universe, crossSection, strategy.cost());
        rate = new double[size];
        impact = new double[size];
        marketBeta = new BetaEstimator(universe, strategy.neutrality());
        throttle = new Throttle(strategy.throttle(), new Limits(config.risk()));
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
        liquidity.onStep(measured);
        if (measured) {
            marketBeta.onStep(crossSection.present(), crossSection.stepReturns(), returns.portfolioReturn());
        }
        double money = full * FixedPoint.toDouble(Math.max(0, equity));
        liquidity.costs(fees, rate, impact);
        throttle.update(
                reversion.value(),
                reversion.standardError(),
                dispersion.varianceRatio(),
                drawdown.drawdown(),
                edge.edge(money),
                cost.cost(money, rate, impact));
        aggressiveness = money * throttle.factor();
        return measured;
    }
}
