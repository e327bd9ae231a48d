package mnvh.strategy;

import static mnvh.strategy.StepFixture.INTERVAL;
import static mnvh.strategy.StepFixture.START;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import mnvh.config.Averaging;
import mnvh.config.CostConfig;
import mnvh.config.FeeConfig;
import mnvh.config.MarkSource;
import mnvh.config.NeutralityConfig;
import mnvh.config.NeutralityMode;
import mnvh.config.WeightSchemeName;
import mnvh.ledger.FeeSchedule;
import mnvh.risk.Basket;
import mnvh.risk.BetaEstimator;
import mnvh.state.StateHash;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

final class StrategyAllocationTest {
    private static final int INSTRUMENTS = 50;

    private final Universe universe = StepFixture.universe(INSTRUMENTS);
    private final CrossSection crossSection =
            new CrossSection(universe, StepFixture.config(MarkSource.MID, 0.5), 20, new ScalarStepArithmetic());
    private final WeightScheme scheme = new InverseVolatilityWeights(INSTRUMENTS, 30, 5);
    private final WeightScheme markowitz = new ShrinkageMarkowitzWeights(INSTRUMENTS, 30, 5, false);
    private final WeightScheme longOnly = new ShrinkageMarkowitzWeights(INSTRUMENTS, 30, 5, true);
    private final WeightScheme diversity = market(WeightSchemeName.DIVERSITY);
    private final WeightScheme entropy = market(WeightSchemeName.ENTROPY);
    private final BetaEstimator beta = new BetaEstimator(
            universe, new NeutralityConfig(NeutralityMode.NONE, "universe", 0.1, 0.1, 0.5, 40, Averaging.EWMA));
    private final PresentWeights weights = new PresentWeights(INSTRUMENTS);
    private final RelativeReturns returns = new RelativeReturns(crossSection, weights, EdgeEstimator.lags(0.8));
    private final ReversionEstimator rho = new ReversionEstimator(returns, 100);
    private final DispersionEstimator dispersion = new DispersionEstimator(crossSection, weights, returns, 5, 100);
    private final EdgeEstimator edge = new EdgeEstimator(returns, 0.8, 100);
    private final CostEstimator cost = new CostEstimator(crossSection, returns, 0.8, 100);
    private final LiquidityEstimator liquidity =
            new LiquidityEstimator(universe, crossSection, new CostConfig(100, Double.NaN, 0.5));
    private final FeeSchedule fees = new FeeSchedule(universe, new FeeConfig(100_000_000, 450_000_000, 0, 0));
    private final double[] rate = new double[INSTRUMENTS];
    private final double[] impact = new double[INSTRUMENTS];
    private final MnvhController controller = new MnvhController(universe, 0.8, returns);
    private final Basket basket = new Basket(INSTRUMENTS);
    private final StateHash hash = new StateHash();
    private final long[] inventory = new long[INSTRUMENTS];
    private long steps;
    private double readings;

    private static WeightScheme market(WeightSchemeName generator) {
        double[] pseudo = new double[INSTRUMENTS];
        Arrays.fill(pseudo, Double.NaN);
        return new MarketWeights(generator, 0.5, pseudo, 5);
    }

    private void step() {
        long closeNs = START + steps * INTERVAL;
        steps++;
        for (int i = 0; i < INSTRUMENTS; i++) {
            // A price every few steps is missing, ahead or late.
            long shift = (steps * 7 + i) % 11 == 0 ? 1 : ((steps + i) % 13 == 0 ? -INTERVAL : 0);
            long price = 10_000_000_000L + (steps * 31 + i * 17) % 1009 * 100_000;
            crossSection.onPrice(i, closeNs + shift, price, price + 2, 0, 0, 5);
        }
        crossSection.closeStep(closeNs);
        scheme.refresh(crossSection);
        markowitz.refresh(crossSection);
        longOnly.refresh(crossSection);
        diversity.refresh(crossSection);
        entropy.refresh(crossSection);
        returns.onStep(crossSection.quorum() & weights.renormalise(scheme, crossSection));
        rho.onStep();
        dispersion.onStep();
        edge.onStep();
        cost.onStep();
        liquidity.onStep(returns.measured());
        liquidity.costs(fees, rate, impact);
        beta.onStep(crossSection.present(), crossSection.stepReturns(), returns.portfolioReturn());
        controller.propose(crossSection, weights, inventory, 1e6, basket);
        readings = markowitz.weight(0) / markowitz.weight(1)
                + longOnly.weight(0)
                + diversity.weight(0)
                + entropy.weight(0)
                + beta.marketBeta(0)
                + rho.value()
                + rho.standardError()
                + dispersion.varianceRatio()
                + edge.edge(1e6)
                + cost.cost(1e6, rate, impact);
        hash.clear();
        crossSection.writeTo(hash);
        scheme.writeTo(hash);
        markowitz.writeTo(hash);
        longOnly.writeTo(hash);
        diversity.writeTo(hash);
        entropy.writeTo(hash);
        beta.writeTo(hash);
        weights.writeTo(hash);
        returns.writeTo(hash);
        rho.writeTo(hash);
        dispersion.writeTo(hash);
        edge.writeTo(hash);
        cost.writeTo(hash);
    }

    @Test
    void stepsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        for (int i = 0; i < 3_000; i++) {
            step();
        }
        int measured = 3_000;
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < measured; i++) {
            step();
        }
        double perStep = (threads.getThreadAllocatedBytes(self) - before) / (double) measured;
        assertTrue(perStep < 1.0, perStep + " bytes per step");
        assertTrue(Double.isFinite(readings), "every estimator was ready, else less was measured than the name says");
        // The meter works: a step that allocates one small array is seen.
        before = threads.getThreadAllocatedBytes(self);
        long[][] control = new long[measured][];
        for (int i = 0; i < measured; i++) {
            control[i] = new long[1];
        }
        assertTrue(
                (threads.getThreadAllocatedBytes(self) - before) / (double) measured >= 16,
                "control of " + control.length);
    }
}
