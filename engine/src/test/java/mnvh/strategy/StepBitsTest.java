package mnvh.strategy;

import static mnvh.strategy.StepFixture.INTERVAL;
import static mnvh.strategy.StepFixture.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import mnvh.config.MarkSource;
import mnvh.config.NeutralityConfig;
import mnvh.config.NeutralityMode;
import mnvh.risk.Basket;
import mnvh.risk.BetaEstimator;
import mnvh.state.StateHash;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/**
 * Every number of a long run, against pinned hashes: loops are split into a fast path for steps in which everybody is
 * there and a slow one for the others, and into forms for machines, and all give the same bits.
 */
final class StepBitsTest {
    private static final long SEED = 11L;
    private static final int STEPS = 900;
    private static final int LONG_PHASE = 60;
    private static final long EQUAL = 0x963A_0DDA_4346_2A73L;
    private static final long INVERSE = 0xBB28_7B94_F8C7_D6B3L;
    private static final long SIGNED = 0x178D_9943_4F38_F1CAL;

    /** A run through full steps, absences, prices from ahead and from before, halts, jumps and skipped steps. */
    private static final class Run {
        final int size;
        final Random random = new Random(SEED);
        final CrossSection crossSection;
        final WeightScheme scheme;
        final PresentWeights weights;
        final RelativeReturns returns;
        final ReversionEstimator rho;
        final DispersionEstimator dispersion;
        final EdgeEstimator edge;
        final CostEstimator cost;
        final BetaEstimator beta;
        final MnvhController controller;
        final Basket basket;
        final StateHash hash = new StateHash();
        final long[] price;
        final long[] inventory;
        final double[] rate;
        final double[] impact;
        int whole;

        Run(int size, StepArithmetic arithmetic, WeightScheme scheme, double leash) {
            Universe universe = StepFixture.universe(size);
            this.size = size;
            this.scheme = scheme;
            crossSection = new CrossSection(universe, StepFixture.config(MarkSource.MID, 0.5), 8, arithmetic);
            weights = new PresentWeights(size);
            returns = new RelativeReturns(crossSection, weights, Math.max(2, EdgeEstimator.lags(leash)));
            rho = new ReversionEstimator(returns, 40);
            dispersion = new DispersionEstimator(crossSection, weights, returns, 5, 40);
            edge = new EdgeEstimator(returns, leash, 40);
            cost = new CostEstimator(crossSection, returns, leash, 40);
            beta = new BetaEstimator(
                    universe, new NeutralityConfig(NeutralityMode.NONE, "universe", 0.1, 0.1, 0.5, 40));
            controller = new MnvhController(universe, leash, returns);
            basket = new Basket(size);
            price = new long[size];
            inventory = new long[size];
            rate = new double[size];
            impact = new double[size];
            Arrays.fill(rate, 1e-3);
            Arrays.fill(impact, 1e-9);
            for (int i = 0; i < size; i++) {
                price[i] = 1_000_000_000L + (long) (random.nextDouble() * 1e12);
                inventory[i] = (long) (random.nextGaussian() * 1e10);
            }
        }

        long run() {
            for (int step = 0; step < STEPS; step++) {
                long closeNs = START + step * INTERVAL;
                feed(step, closeNs);
                crossSection.closeStep(closeNs);
                scheme.refresh(crossSection);
                boolean measured = weights.renormalise(scheme, crossSection) && crossSection.quorum();
                returns.onStep(measured);
                rho.onStep();
                dispersion.onStep();
                edge.onStep();
                cost.onStep();
                if (measured) {
                    beta.onStep(crossSection.present(), crossSection.stepReturns(), returns.portfolioReturn());
                }
                controller.propose(crossSection, weights, inventory, 1e6, basket);
                whole += crossSection.presentCount() == size ? 1 : 0;
                write(step % 100 == 99);
            }
            return hash.value();
        }

        private void feed(int step, long closeNs) {
            int phase = (step / LONG_PHASE + 1) % 3;
            if (step % 97 == 96) {
                return;
            }
            for (int i = 0; i < size; i++) {
                // Now and then nobody moves, all move alike, or one jumps and stays there.
                double move = step % 53 == 0 ? 0.0 : step % 41 == 0 ? 0.01 : 0.002 * random.nextGaussian();
                double jump = phase != 0 && random.nextInt(300) == 0 ? 0.5 : 0.0;
                price[i] += (long) (price[i] * (move + jump));
                boolean absent = phase == 1 && random.nextInt(9) == 0;
                long shift = phase != 2 ? 0 : random.nextInt(7) == 0 ? 1 : random.nextInt(9) == 0 ? -INTERVAL : 0;
                if (!absent) {
                    crossSection.onPrice(i, closeNs + shift, price[i] - 500, price[i] + 500, 0, 0, random.nextInt(99));
                }
                if (random.nextInt(150) == 0) {
                    // A second price of the step that nobody believes.
                    long wild = 2 * price[i];
                    crossSection.onPrice(i, closeNs, wild - 500, wild + 500, 0, 0, 1);
                }
                if (phase == 1 && random.nextInt(200) == 0) {
                    crossSection.setHalted(i, random.nextBoolean());
                }
            }
            if (step % LONG_PHASE == 0) {
                for (int i = 0; i < size; i++) {
                    crossSection.setHalted(i, false);
                }
            }
        }

        private void write(boolean all) {
            hash.putDouble(returns.portfolioReturn());
            hash.putDouble(returns.dispersion());
            hash.putDouble(rho.value());
            hash.putDouble(rho.standardError());
            hash.putDouble(dispersion.varianceRatio());
            hash.putDouble(edge.edge(1e6));
            hash.putDouble(cost.cost(1e6, rate, impact));
            for (int i = 0; i < size; i++) {
                hash.putDouble(beta.marketBeta(i));
                hash.putDouble(weights.weight(i));
                hash.putLong(basket.notional[i]);
                hash.putLong(crossSection.recentVolume(i));
                hash.putDouble(crossSection.volatility(i));
            }
            if (all) {
                crossSection.writeTo(hash);
                scheme.writeTo(hash);
                weights.writeTo(hash);
                returns.writeTo(hash);
                rho.writeTo(hash);
                dispersion.writeTo(hash);
                edge.writeTo(hash);
                cost.writeTo(hash);
                beta.writeTo(hash);
            }
        }
    }

    private static double[] signedWeights(int size) {
        double[] weights = new double[size];
        Arrays.fill(weights, 0, size - 3, 1.2 / (size - 3));
        weights[size - 1] = -0.2;
        return weights;
    }

    /** Equal weights; weights by volatility; signed ones with zeros among them and a leash of 1. */
    private static void assertBits(StepArithmetic arithmetic) {
        Run equal = new Run(24, arithmetic, new EqualWeights(24), 0.8);
        assertEquals(EQUAL, equal.run(), "equal weights, " + arithmetic.description());
        Run inverse = new Run(37, arithmetic, new InverseVolatilityWeights(37, 30, 5), 0.5);
        assertEquals(INVERSE, inverse.run(), "inverse volatility, " + arithmetic.description());
        Run signed = new Run(10, arithmetic, new FixedWeights(signedWeights(10)), 1.0);
        assertEquals(SIGNED, signed.run(), "signed weights, " + arithmetic.description());
        assertTrue(equal.whole > 200 && equal.whole < STEPS - 200, equal.whole + " steps with everybody");
    }

    @Test
    void scalarFormKeepsEveryBit() {
        assertBits(new ScalarStepArithmetic());
    }

    @Test
    void formChosenForThisMachineKeepsEveryBit() {
        assertBits(StepArithmetic.chosen());
    }
}
