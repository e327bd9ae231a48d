package mnvh.strategy;

import static mnvh.strategy.StepFixture.fixed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mnvh.risk.Basket;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import org.junit.jupiter.api.Test;

final class MnvhControllerTest {
    private static final long SEED = 11L;

    private static Basket propose(StepFixture fixture, double leash, double aggressiveness, long... inventory) {
        Basket basket = new Basket(inventory.length);
        new MnvhController(fixture.universe, leash, fixture.returns)
                .propose(fixture.crossSection, fixture.weights, inventory, aggressiveness, basket);
        return basket;
    }

    /** The example of section 18: p0 = (100, 50, 20), p1 = (102, 49, 20), lambda = 0.9, beta = 10000. */
    private static StepFixture golden() {
        StepFixture fixture = new StepFixture(3, new FixedWeights(new double[] {0.5, 0.3, 0.2}));
        fixture.step(100, 50, 20);
        fixture.step(102, 49, 20);
        return fixture;
    }

    @Test
    void goldenProposal() {
        StepFixture fixture = golden();
        assertEquals(1.0 / 50, fixture.crossSection.stepReturn(0), 1e-17);
        assertEquals(-1.0 / 50, fixture.crossSection.stepReturn(1), 1e-17);
        assertEquals(0.0, fixture.crossSection.stepReturn(2));
        assertEquals(1.0 / 250, fixture.returns.portfolioReturn(), 1e-17);
        assertEquals(19.0 / 62500, fixture.returns.dispersion(), 1e-17);
        Basket basket = propose(fixture, 0.9, 10_000, 0, 0, 0);
        long[] expected = {fixed(-80), fixed(72), fixed(8)};
        assertArrayEquals(expected, basket.notional);
        assertArrayEquals(expected, basket.signal);
        assertArrayEquals(new long[3], basket.leash);
        double[] quantities = {-40.0 / 51, 72.0 / 49, 2.0 / 5};
        for (int i = 0; i < 3; i++) {
            long quantity = FixedPoint.divide(basket.notional[i], fixture.crossSection.mark(i), Rounding.TOWARDS_ZERO);
            assertEquals(quantities[i], FixedPoint.toDouble(quantity), 1e-8);
        }
    }

    @Test
    void proposalIsRoundedToTheNearestUnit() {
        StepFixture fixture = new StepFixture(2, new EqualWeights(2));
        fixture.step(100, 100);
        fixture.step(101, 100);
        // s = 0.5 (0.005 - 0.01) = -0.0025; times 0.000007 is 1.75 units of 1e-8.
        assertArrayEquals(new long[] {-2, 2}, propose(fixture, 0.9, 7e-6, 0, 0).notional);
    }

    @Test
    void leashReleasesInventoryAtTheMark() {
        StepFixture fixture = golden();
        // 3 held at 102 and -2 at 49: a tenth of 306 and of -98 goes back.
        Basket basket = propose(fixture, 0.9, 10_000, fixed(3), fixed(-2), 0);
        assertArrayEquals(new long[] {fixed(-30.6), fixed(9.8), 0}, basket.leash);
        assertArrayEquals(new long[] {fixed(-110.6), fixed(81.8), fixed(8)}, basket.notional);
        basket = propose(fixture, 0.0, 0, fixed(3), fixed(-2), 1);
        assertArrayEquals(new long[] {fixed(-306), fixed(98), -20}, basket.notional, "lambda 0 sells all of it");
        basket = propose(fixture, 1.0, 0, fixed(3), fixed(-2), 1);
        assertArrayEquals(new long[3], basket.notional, "lambda 1 keeps all of it");
    }

    @Test
    void absentInstrumentsAndSkippedStepsTradeNothing() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        fixture.step(100, 50, 20);
        fixture.step(102, 49, Double.NaN);
        Basket basket = propose(fixture, 0.5, 1000, fixed(1), fixed(1), fixed(1));
        assertEquals(0, basket.notional[2]);
        assertEquals(0, basket.leash[2]);
        assertEquals(0, basket.signal[0] + basket.signal[1]);
        assertTrue(basket.signal[0] < 0);
        fixture.step(103, Double.NaN, Double.NaN);
        basket.notional[0] = 7;
        new MnvhController(fixture.universe, 0.5, fixture.returns)
                .propose(fixture.crossSection, fixture.weights, new long[] {fixed(1), 0, 0}, 1000, basket);
        assertArrayEquals(new long[3], basket.notional);
    }

    @Test
    void signalSumsToZeroAndTheWholeToMinusTheReleasedInventory() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(30);
            double[] weights = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[i] = random.nextDouble() - 0.2;
                sum += weights[i];
            }
            if (sum < 0.2) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                weights[i] /= sum;
            }
            StepFixture fixture = new StepFixture(n, new FixedWeights(weights));
            double[] before = new double[n];
            double[] after = new double[n];
            long[] inventory = new long[n];
            for (int i = 0; i < n; i++) {
                before[i] = 1 + 100 * random.nextDouble();
                after[i] = random.nextInt(5) == 0 ? Double.NaN : before[i] * (0.95 + 0.1 * random.nextDouble());
                inventory[i] = fixed(20 * random.nextDouble() - 10);
            }
            fixture.step(before);
            if (!fixture.step(after)) {
                continue;
            }
            Basket basket = propose(fixture, 0.8, 1_000_000, inventory);
            long signal = 0;
            long total = 0;
            long held = 0;
            for (int i = 0; i < n; i++) {
                signal += basket.signal[i];
                total += basket.notional[i];
                if (fixture.crossSection.present(i)) {
                    held += FixedPoint.multiply(inventory[i], fixture.crossSection.mark(i), Rounding.HALF_EVEN);
                }
            }
            String what = "round " + round + ", seed " + SEED;
            // Half a unit of rounding each; doubles of 1e5 at 1e-8 carry a further few units.
            assertTrue(Math.abs(signal) <= 2 * n + 20, what + ": " + signal);
            assertTrue(Math.abs(total + held / 5) <= 3 * n + 20, what + ": " + (total + held / 5));
        }
    }

    @Test
    void singleInstrumentHasNoSignal() {
        StepFixture fixture = new StepFixture(1, new EqualWeights(1));
        fixture.step(100);
        fixture.step(137.31);
        assertEquals(0.0, fixture.returns.dispersion());
        assertEquals(0, propose(fixture, 1.0, 1e9, 0).notional[0]);
    }

    @Test
    void universeThatMovesAsOneHasNoSignal() {
        int n = 30;
        StepFixture fixture = new StepFixture(n, new EqualWeights(n));
        double[] before = new double[n];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            before[i] = 1000 + 10 * i;
            after[i] = before[i] * 1.003;
        }
        fixture.step(before);
        fixture.step(after);
        assertEquals(0.003, fixture.returns.portfolioReturn(), 1e-15);
        assertEquals(0.0, fixture.returns.dispersion(), "rounding of R is not dispersion");
        assertArrayEquals(new long[n], propose(fixture, 1.0, 1e10, new long[n]).notional);
    }

    /** The run of section 20: w = 1/3, lambda = 0.9, b = 2, fee 10 bp, filled at the deciding close. */
    @Test
    void goldenRun() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        long start = fixed(1_000_000);
        long cash = start;
        long[] position = new long[3];
        double[] equities = {1, 0.999899259259, 1.0052016286, 1.00283527219};
        double[] fees = {0, 0.000100740740741, 9.75914705423e-05, 0.000133354185822};
        double[] leverages = {0, 0.100740740741, 0.0284231837127, 0.160304047682};
        for (int step = 0; step < 4; step++) {
            fixture.step(WeightSchemeTest.GOLDEN_ROWS[step]);
            long equity = cash + value(fixture, position);
            Basket basket = propose(fixture, 0.9, 2 * FixedPoint.toDouble(equity), position);
            long fee = 0;
            long gross = 0;
            for (int i = 0; i < 3; i++) {
                long mark = fixture.crossSection.mark(i);
                position[i] += FixedPoint.divide(basket.notional[i], mark, Rounding.HALF_EVEN);
                fee += Math.abs(basket.notional[i]) / 1000;
                cash -= basket.notional[i];
                gross += Math.abs(FixedPoint.multiply(position[i], mark, Rounding.HALF_EVEN));
            }
            cash -= fee;
            assertEquals(equities[step], (cash + value(fixture, position)) / (double) start, 1e-9);
            assertEquals(fees[step], fee / (double) start, 1e-12);
            assertEquals(leverages[step], gross / (double) equity, 1e-4 * leverages[step] + 1e-12);
        }
    }

    private static long value(StepFixture fixture, long[] position) {
        long value = 0;
        for (int i = 0; i < position.length; i++) {
            value += FixedPoint.multiply(position[i], fixture.crossSection.mark(i), Rounding.HALF_EVEN);
        }
        return value;
    }
}
