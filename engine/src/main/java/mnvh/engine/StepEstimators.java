package mnvh.engine;

import mnvh.config.Config;
import mnvh.config.StrategyConfig;
import mnvh.ledger.FeeSchedule;
import mnvh.risk.BetaEstimator;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.strategy.CostEstimator;
import mnvh.strategy.CrossSection;
import mnvh.strategy.DispersionEstimator;
import mnvh.strategy.EdgeEstimator;
import mnvh.strategy.LiquidityEstimator;
import mnvh.strategy.PresentWeights;
import mnvh.strategy.RelativeReturns;
import mnvh.strategy.ReversionEstimator;
import mnvh.strategy.WeightScheme;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * Everything a closed step teaches: weights, relative returns, reversion, trend, edge, cost and market betas.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class StepEstimators implements Stateful {
    private final CrossSection crossSection;
    private final WeightScheme scheme;
    private final PresentWeights weights;
    private final RelativeReturns returns;
    private final ReversionEstimator reversion;
    private final DispersionEstimator dispersion;
    private final EdgeEstimator edge;
    private final CostEstimator cost;
    private final BetaEstimator marketBeta;
    private final int benchmark;
    /** The throttle's own, then those that are only journaled. */
    private final int[] horizons;

    private final FeeSchedule fees;
    private final LiquidityEstimator liquidity;
    private final double[] rate;
    private final double[] impact;

    StepEstimators(Universe universe, Config config, CrossSection crossSection, FeeSchedule fees) {
        StrategyConfig strategy = config.strategy();
        int window = strategy.rhoWindowSteps();
        this.crossSection = crossSection;
        this.scheme = WeightScheme.of(universe, strategy.weights());
        this.weights = new PresentWeights(universe.size());
        this.returns =
                new RelativeReturns(crossSection, weights, Math.max(2, EdgeEstimator.lags(strategy.inventoryLeash())));
        this.reversion = new ReversionEstimator(returns, window);
        this.horizons = horizons(strategy);
        this.dispersion = new DispersionEstimator(crossSection, weights, returns, horizons, window);
        this.edge = new EdgeEstimator(returns, strategy.inventoryLeash(), window);
        this.cost = new CostEstimator(crossSection, returns, strategy.inventoryLeash(), window);
        this.marketBeta = new BetaEstimator(universe, strategy.neutrality());
        this.benchmark = universe.indexOf(strategy.neutrality().benchmark());
        this.fees = fees;
        this.liquidity = new LiquidityEstimator(universe, crossSection, strategy.cost());
        this.rate = new double[universe.size()];
        this.impact = new double[universe.size()];
    }

    private static int[] horizons(StrategyConfig strategy) {
        int[] horizons = new int[1 + strategy.varianceRatioHorizons().size()];
        horizons[0] = strategy.throttle().trendHorizonSteps();
        for (int h = 1; h < horizons.length; h++) {
            horizons[h] = strategy.varianceRatioHorizons().get(h - 1);
        }
        return horizons;
    }

    /** Takes the closed step. @return false when the step is skipped: no quorum, or the present weights vanish */
    boolean onStep() {
        scheme.refresh(crossSection);
        boolean weighted = weights.renormalise(scheme, crossSection);
        boolean measured = weighted && crossSection.quorum();
        returns.onStep(measured);
        reversion.onStep();
        dispersion.onStep();
        edge.onStep();
        cost.onStep();
        // Without the benchmark's return a step says nothing about betas; a zero in its place would pull them down.
        if (measured && (benchmark == Universe.UNKNOWN || crossSection.present(benchmark))) {
            marketBeta.onStep(crossSection.present(), crossSection.stepReturns(), benchmarkReturn());
        }
        liquidity.onStep(measured);
        return measured;
    }

    private double benchmarkReturn() {
        return benchmark == Universe.UNKNOWN ? returns.portfolioReturn() : crossSection.stepReturn(benchmark);
    }

    PresentWeights weights() {
        return weights;
    }

    RelativeReturns returns() {
        return returns;
    }

    ReversionEstimator reversion() {
        return reversion;
    }

    /** VR of the throttle's horizon; NaN while not ready. */
    double varianceRatio() {
        return dispersion.varianceRatio();
    }

    /** How many horizons there are beside the throttle's. */
    int moreHorizons() {
        return horizons.length - 1;
    }

    /** One of them in steps, from 0. */
    int horizonSteps(int more) {
        return horizons[1 + more];
    }

    /** VR of one of them; NaN while not ready. */
    double varianceRatio(int more) {
        return dispersion.varianceRatio(1 + more);
    }

    /** Expected profit per step before costs at that aggressiveness; NaN while not ready. */
    double edge(double aggressivenessMoney) {
        return edge.edge(aggressivenessMoney);
    }

    /** Expected cost per step at that aggressiveness: taker fee, half spread, slippage; NaN while not ready. */
    double cost(double aggressivenessMoney) {
        liquidity.costs(fees, rate, impact);
        return cost.cost(aggressivenessMoney, rate, impact);
    }

    /** @return one per instrument; a view, to be read only */
    double[] marketBetas() {
        return marketBeta.marketBetas();
    }

    @Override
    public void writeTo(StateWriter writer) {
        scheme.writeTo(writer);
        weights.writeTo(writer);
        returns.writeTo(writer);
        reversion.writeTo(writer);
        dispersion.writeTo(writer);
        edge.writeTo(writer);
        cost.writeTo(writer);
        marketBeta.writeTo(writer);
        liquidity.writeTo(writer);
    }
}
