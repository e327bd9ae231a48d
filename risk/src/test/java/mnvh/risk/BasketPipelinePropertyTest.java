package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.universe.Instrument;
import org.junit.jupiter.api.Test;

/** Random baskets over random books; every failure prints the seed of its basket. */
class BasketPipelinePropertyTest {
    private static final int BASKETS = 10_000;
    private static final String[] INCREMENTS = {"1", "0.1", "0.001", "0.00000001", "5"};
    private static final String[] TICKS = {"0.01", "0.00000001", "0.5"};

    private int admitted;
    private int unresolved;

    /** A fresh desk with 2 to 12 instruments, some of them held. */
    private static RiskFixture desk(Random random) {
        RiskFixture desk = new RiskFixture();
        int n = 2 + random.nextInt(11);
        for (int i = 0; i < n; i++) {
            String minNotional = random.nextInt(4) == 0 ? "10" : "0";
            Instrument instrument = RiskFixture.instrument(
                    i,
                    TICKS[random.nextInt(TICKS.length)],
                    INCREMENTS[random.nextInt(INCREMENTS.length)],
                    "0",
                    minNotional);
            desk.asset(instrument, 50_000_000L + (long) (random.nextDouble() * 30_000_000_000L));
        }
        desk.feeRate = random.nextInt(4) == 0 ? 0 : rate("0.0005") * random.nextInt(10);
        desk.feeMinimum = random.nextInt(3) == 0 ? money("0.35") : 0;
        desk.perContract = random.nextInt(4) == 0 ? money("0.001") : 0;
        desk.collar = rate("0.002");
        desk.initialCash = money("100000");
        return desk;
    }

    private static void propose(RiskFixture desk, Random random) {
        Basket basket = desk.basket;
        basket.clear();
        long sum = 0;
        for (int i = 0; i < basket.size(); i++) {
            basket.signal[i] = (long) (random.nextGaussian() * 3.0e11);
            basket.leash[i] = (long) (random.nextGaussian() * 1.0e11);
            basket.notional[i] = basket.signal[i] + basket.leash[i];
            sum += basket.signal[i];
        }
        basket.signal[0] -= sum;
        basket.notional[0] -= sum;
        desk.inputs.nowNs++;
    }

    private static void hold(RiskFixture desk, Random random) {
        for (int i = 0; i < desk.universe.size(); i++) {
            Instrument instrument = desk.universe.get(i);
            long quantity = instrument.truncateToIncrement(
                    (long) (random.nextGaussian() * 5.0e11 / desk.marks.get(i) * FixedPoint.SCALE));
            if (random.nextBoolean() && quantity != 0) {
                desk.hold(i, DecimalText.format(quantity));
            }
        }
    }

    private void run(RiskFixture desk, BasketPipeline pipeline, String seed) {
        Verdict verdict = pipeline.run(desk.basket, desk.inputs);
        admitted += verdict == Verdict.ADMITTED ? 1 : 0;
        boolean unaffordable = verdict == Verdict.DENIED_FINANCING && desk.financing == FinancingMode.FUNDED;
        unresolved += verdict.denies() && verdict != Verdict.NO_ONE_SIDED_ROOT && !unaffordable ? 1 : 0;
        Basket b = desk.basket;
        assertEquals(desk.cashDemand(), b.cashDemand, seed);
        assertEquals(
                b.cashDemand,
                b.demandSignal + b.demandLeash + b.demandNeutrality + b.demandFees + b.demandRounding,
                seed);
        for (int i = 0; i < b.size(); i++) {
            assertTrue(desk.universe.get(i).isOnIncrement(b.quantity[i]), seed);
            assertTrue(b.quantity[i] == 0 || b.limitPrice[i] > 0, seed);
        }
    }

    private void strict(FinancingMode mode, long firstSeed) {
        for (int k = 0; k < BASKETS; k++) {
            String seed = mode + " seed " + (firstSeed + k);
            Random random = new Random(firstSeed + k);
            RiskFixture desk = desk(random);
            desk.financing = mode;
            BasketPipeline pipeline = desk.open();
            hold(desk, random);
            propose(desk, random);
            run(desk, pipeline, seed);
            long largest = 0;
            for (int i = 0; i < desk.basket.size(); i++) {
                if (desk.basket.afterRisk[i] != 0) {
                    Instrument instrument = desk.universe.get(i);
                    largest = Math.max(largest, instrument.notional(instrument.sizeIncrement(), desk.marks.get(i)));
                }
            }
            long demand = desk.cashDemand();
            long bound = largest;
            assertTrue(demand <= 0 && demand >= -largest, () -> seed + ": S = " + demand + ", L = " + bound);
        }
    }

    @Test
    void excessSideLeavesADemandWithinOneIncrement() {
        strict(FinancingMode.EXCESS_SIDE, 1_000_000);
        assertTrue(admitted > BASKETS * 9 / 10, () -> "admitted " + admitted + ", unresolved " + unresolved);
        assertTrue(unresolved < BASKETS / 100, () -> "unresolved " + unresolved);
    }

    @Test
    void projectionLeavesADemandWithinOneIncrement() {
        strict(FinancingMode.PROJECTION, 2_000_000);
        assertTrue(admitted > BASKETS * 9 / 10, () -> "admitted " + admitted + ", unresolved " + unresolved);
        assertTrue(unresolved < BASKETS / 100, () -> "unresolved " + unresolved);
    }

    @Test
    void fundedNeverBreaksTheFloor() {
        int cut = 0;
        for (int k = 0; k < BASKETS; k++) {
            String seed = "funded seed " + (3_000_000 + k);
            Random random = new Random(3_000_000 + k);
            RiskFixture desk = desk(random);
            // Cash of 100,000 and lists of some thousands: a floor within their reach.
            desk.cashFloor = money("100000") + (long) (random.nextGaussian() * 2.0e11);
            BasketPipeline pipeline = desk.open();
            propose(desk, random);
            run(desk, pipeline, seed);
            long cash = desk.ledger.cash();
            long after = cash - desk.cashDemand();
            assertTrue(after >= Math.min(cash, desk.cashFloor), () -> seed + ": cash " + cash + " to " + after);
            cut += desk.basket.binding == Verdict.CUT_FINANCING ? 1 : 0;
        }
        int scaled = cut;
        assertTrue(scaled > BASKETS / 20, () -> "scaled " + scaled);
        assertEquals(0, unresolved);
    }

    @Test
    void driverReturnsTheExposureToZeroAndKeepsTheSum() {
        int corrected = 0;
        for (int k = 0; k < BASKETS; k++) {
            String seed = "driver seed " + (4_000_000 + k);
            Random random = new Random(4_000_000 + k);
            RiskFixture desk = desk(random);
            desk.neutrality = NeutralityMode.DRIVER;
            BasketPipeline pipeline = desk.open();
            hold(desk, random);
            for (int i = 0; i < desk.universe.size(); i++) {
                desk.inputs.marketBeta[i] = 1 + 0.4 * random.nextGaussian();
            }
            propose(desk, random);
            run(desk, pipeline, seed);
            Basket b = desk.basket;
            // A later round starts from a smaller list than the clips left.
            if (b.neutrality != NeutralityOutcome.CORRECTED || b.rounds > 1) {
                continue;
            }
            corrected++;
            long sum = 0;
            double exposure = b.betaExposureBefore * 1e-8;
            for (int i = 0; i < b.size(); i++) {
                sum += b.afterNeutrality[i] - b.afterClips[i];
                exposure += desk.inputs.marketBeta[i] * (b.afterNeutrality[i] * 1e-8);
            }
            assertEquals(0, sum, seed);
            assertEquals(0, exposure, 1e-5, seed);
        }
        int count = corrected;
        assertTrue(count > BASKETS * 8 / 10, () -> "corrected " + count);
    }

    @Test
    void limitsHoldOnEveryRoundedBasket() {
        int scaled = 0;
        for (int k = 0; k < BASKETS; k++) {
            String seed = "limits seed " + (5_000_000 + k);
            Random random = new Random(5_000_000 + k);
            RiskFixture desk = desk(random);
            desk.maxGross = rate("0.15");
            desk.maxNet = rate("0.03");
            desk.maxBeta = rate("0.04");
            desk.maxMargin = rate("0.03");
            desk.stress = rate("0.1");
            desk.maxOrder = money("5000");
            desk.maxPosition = money("9000");
            if (random.nextBoolean()) {
                desk.financing = FinancingMode.PROJECTION;
            }
            BasketPipeline pipeline = desk.open();
            hold(desk, random);
            for (int i = 0; i < desk.universe.size(); i++) {
                desk.inputs.marketBeta[i] = 1 + 0.4 * random.nextGaussian();
            }
            propose(desk, random);
            run(desk, pipeline, seed);
            scaled += desk.basket.orders > 0 && desk.basket.riskScale < FixedPoint.RATE_SCALE ? 1 : 0;
            checkLimits(desk, seed);
        }
        int count = scaled;
        assertTrue(count > BASKETS / 10, () -> "scaled " + count);
    }

    private static void checkLimits(RiskFixture desk, String seed) {
        Basket b = desk.basket;
        double grossBefore = 0;
        double gross = 0;
        double net = 0;
        boolean increases = false;
        for (int i = 0; i < b.size(); i++) {
            double value = desk.ledger.value(i) * 1e-8;
            double traded = desk.universe.get(i).notional(b.quantity[i], desk.marks.get(i)) * 1e-8;
            grossBefore += Math.abs(value);
            gross += Math.abs(value + traded);
            net += value + traded;
            boolean reduces = value * traded <= 0 && Math.abs(traded) <= Math.abs(value) + 1e-6;
            increases |= !reduces;
            double closes = value * traded < 0 ? Math.min(Math.abs(traded), Math.abs(value)) : 0;
            assertTrue(Math.abs(traded) - closes <= 5000.0 + 1e-6, seed);
            assertTrue(reduces || Math.abs(value + traded) <= 9000.0 + 1e-6, seed);
        }
        double equity = desk.inputs.equity * 1e-8;
        assertEquals(gross, b.gross * 1e-8, 1e-4, seed);
        assertEquals(net, b.net * 1e-8, 1e-4, seed);
        assertTrue(gross <= Math.max(0.15 * equity, grossBefore) + 1e-4, seed);
        if (grossBefore == 0) {
            assertTrue(Math.abs(net) <= 0.03 * equity + 1e-4, seed);
            assertTrue(Math.abs(b.betaExposureAfter * 1e-8) <= 0.04 * equity + 1e-4, seed);
            assertTrue(!increases || b.marginUsed * 1e-8 <= 0.03 * equity + 1e-4, seed);
        }
    }
}
