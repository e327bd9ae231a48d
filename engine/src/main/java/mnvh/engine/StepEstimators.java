package mnvh.engine;

import mnvh.config.Config;
import mnvh.config.StrategyConfig;
import mnvh.risk.BetaEstimator;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
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
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * Everything a closed step teaches: weights, relative returns, reversion, trend, edge, cost and market betas.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class StepEstimators implements Stateful {
    private final Universe universe;
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
    private final double feeRate;
    private final LaneSum spread = new LaneSum();
    private double halfSpread;

    StepEstimators(Universe universe, Config config, CrossSection crossSection) {
        StrategyConfig strategy = config.strategy();
        int window = strategy.rhoWindowSteps();
        this.universe = universe;
        this.crossSection = crossSection;
        this.scheme = WeightScheme.of(universe, strategy.weights());
        this.weights = new PresentWeights(universe.size());
        this.returns =
                new RelativeReturns(crossSection, weights, Math.max(2, EdgeEstimator.lags(strategy.inventoryLeash())));
        this.reversion = new ReversionEstimator(returns, window);
        this.dispersion = new DispersionEstimator(
                crossSection, weights, returns, strategy.throttle().trendHorizonSteps(), window);
        this.edge = new EdgeEstimator(returns, strategy.inventoryLeash(), window);
        this.cost = new CostEstimator(crossSection, returns, strategy.inventoryLeash(), window);
        this.marketBeta = new BetaEstimator(universe, strategy.neutrality());
        this.benchmark = universe.indexOf(strategy.neutrality().benchmark());
        this.feeRate = FixedPoint.rateToDouble(config.fees().takerRate());
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
        halfSpread = meanHalfSpread();
        return measured;
    }

    private double benchmarkReturn() {
        return benchmark == Universe.UNKNOWN ? returns.portfolioReturn() : crossSection.stepReturn(benchmark);
    }

    /** Mean of half the quoted spread over the mark, over the present instruments. */
    private double meanHalfSpread() {
        spread.clear();
        int quoted = 0;
        for (int i = 0; i < universe.size(); i++) {
            long bid = crossSection.bid(i);
            long ask = crossSection.ask(i);
            if (crossSection.present(i) && bid > 0 && ask > 0) {
                spread.add(i, 0.5 * (ask - bid) / crossSection.mark(i));
                quoted++;
            }
        }
        return quoted == 0 ? 0.0 : spread.total() / quoted;
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

    /** VR(h); NaN while not ready. */
    double varianceRatio() {
        return dispersion.varianceRatio();
    }

    /** Expected profit per step before costs at that aggressiveness; NaN while not ready. */
    double edge(double aggressivenessMoney) {
        return edge.edge(aggressivenessMoney);
    }

    /** Expected cost per step at that aggressiveness, taker fee and half spread; NaN while not ready. */
    double cost(double aggressivenessMoney) {
        return cost.cost(aggressivenessMoney, feeRate + halfSpread);
    }

    double marketBeta(int i) {
        return marketBeta.marketBeta(i);
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
        writer.putDouble(halfSpread);
    }
}
