package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import org.junit.jupiter.api.Test;

/**
 * Random baskets through every financing mode, neutrality mode and fee shape that go together; with {@code
 * -Dcampaign=long} 100,000 of them. Whatever comes, the pipeline answers, and what leaves meets {@link BasketRules}.
 */
class BasketCampaignTest {
    private static final boolean LONG = "long".equals(System.getProperty("campaign"));
    private static final int BASKETS = LONG ? 100_000 : 5_000;
    private static final String[] INCREMENTS = {"1", "0.1", "0.001", "0.00000001", "5"};
    private static final String[] TICKS = {"0.01", "0.00000001", "0.5"};
    private static final int SHAPES = 5;
    private static final long DAY_NS = 86_400_000_000_000L;

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<NeutralityOutcome, Integer> outcomes = new EnumMap<>(NeutralityOutcome.class);

    private static RiskFixture desk(Random random, FinancingMode financing, NeutralityMode neutrality, int shape) {
        RiskFixture desk = new RiskFixture();
        int n = 2 + random.nextInt(11);
        for (int i = 0; i < n; i++) {
            Instrument instrument = RiskFixture.instrument(
                    i,
                    TICKS[random.nextInt(TICKS.length)],
                    INCREMENTS[random.nextInt(INCREMENTS.length)],
                    random.nextInt(8) == 0 ? "5" : "0",
                    random.nextInt(4) == 0 ? "10" : "0");
            desk.asset(instrument, 50_000_000L + (long) (random.nextDouble() * 30_000_000_000L));
        }
        desk.initialCash = money("100000");
        desk.financing = financing;
        desk.neutrality = neutrality;
        desk.hedge = neutrality == NeutralityMode.HEDGE ? hedge(random, n) : Map.of();
        desk.neutralityBand = random.nextInt(3) == 0 ? 0 : 0.01;
        desk.maxCorrection = random.nextInt(3) == 0 ? 0.05 : 0.5;
        desk.cashFloor =
                random.nextBoolean() ? desk.cashFloor : money("100000") + (long) (random.nextGaussian() * 2.0e11);
        desk.collar = rate("0.002");
        fees(desk, random, shape);
        limits(desk, random);
        return desk;
    }

    private static Map<String, Double> hedge(Random random, int n) {
        Map<String, Double> shares = new TreeMap<>();
        int count = 1 + random.nextInt(Math.min(3, n));
        while (shares.size() < count) {
            shares.put("S" + random.nextInt(n), 1.0 / count);
        }
        return shares;
    }

    /** Proportional, fixed, minimum, rebate, tiered. */
    private static void fees(RiskFixture desk, Random random, int shape) {
        desk.feeRate = shape == 1 ? 0 : rate("0.0001") * (1 + random.nextInt(30)) * (shape == 3 ? -1 : 1);
        desk.feeMinimum = shape == 1 || shape == 2 ? money("0.35") : 0;
        desk.perContract = random.nextInt(4) == 0 ? money("0.001") : 0;
        if (shape == 4) {
            // Reached by what is traded on the day before.
            FeeTier tier = new FeeTier(1, desk.feeRate / 4, desk.feeRate / 2);
            desk.feeConfig = new FeeConfig(
                    new FeeTable(desk.feeRate, desk.feeRate, desk.perContract, 0, money("20"), List.of(tier)),
                    Map.of(),
                    RiskFixture.NONE);
        }
    }

    private static void limits(RiskFixture desk, Random random) {
        desk.maxBeta = rate("0.01") * (2 + random.nextInt(10));
        if (random.nextInt(4) == 0) {
            return;
        }
        desk.maxGross = rate("0.01") * (5 + random.nextInt(60));
        desk.maxNet = rate("0.01") * (2 + random.nextInt(20));
        desk.maxMargin = rate("0.001") * (5 + random.nextInt(60));
        desk.stress = rate("0.05");
        desk.maxOrder = random.nextBoolean() ? money("5000") : RiskFixture.NONE;
        desk.maxPosition = random.nextBoolean() ? money("9000") : RiskFixture.NONE;
        desk.maxParticipation = random.nextInt(4) == 0 ? rate("0.1") : RiskFixture.NONE;
    }

    private static void situation(RiskFixture desk, Random random) {
        int traded = random.nextInt(desk.universe.size());
        desk.fees.at(DAY_NS);
        desk.fees.traded(traded, money("6000"), DAY_NS);
        desk.fees.at(2 * DAY_NS);
        for (int i = 0; i < desk.universe.size(); i++) {
            Instrument instrument = desk.universe.get(i);
            long unit = (long) (5.0e11 / desk.marks.get(i) * FixedPoint.SCALE);
            long held = instrument.truncateToIncrement((long) (random.nextGaussian() * unit));
            if (random.nextBoolean() && held != 0) {
                desk.hold(i, DecimalText.format(held));
            }
            long works = instrument.truncateToIncrement((long) (random.nextDouble() * unit / 4));
            if (random.nextInt(8) == 0 && works > 0) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                // Some at the mark, some where a fill loses.
                long worse = side.sign() * random.nextInt(3) * (desk.marks.get(i) / 50);
                desk.working.open(i, side, works, desk.marks.get(i) + worse);
            }
            desk.inputs.marketBeta[i] = random.nextInt(20) == 0 ? Double.NaN : 1 + 0.4 * random.nextGaussian();
            desk.inputs.present[i] = random.nextInt(15) != 0;
            desk.inputs.tradable[i] = random.nextInt(15) != 0;
            desk.inputs.recentVolume[i] = unit * 5;
        }
        desk.inputs.state = random.nextInt(20) == 0 ? TradingState.REDUCING : TradingState.ACTIVE;
        Basket basket = desk.basket;
        basket.clear();
        long sum = 0;
        double size = Math.pow(10, 10 + 2.5 * random.nextDouble());
        for (int i = 0; i < basket.size(); i++) {
            basket.signal[i] = (long) (random.nextGaussian() * size);
            basket.leash[i] = (long) (random.nextGaussian() * size / 3);
            basket.notional[i] = basket.signal[i] + basket.leash[i];
            sum += basket.signal[i];
        }
        basket.signal[0] -= sum;
        basket.notional[0] -= sum;
    }

    @Test
    void everyModeKeepsItsRules() {
        int run = 0;
        FinancingMode[] financings = FinancingMode.values();
        NeutralityMode[] neutralities = NeutralityMode.values();
        for (int k = 0; run < BASKETS; k++) {
            FinancingMode financing = financings[k % financings.length];
            NeutralityMode neutrality = neutralities[k / financings.length % neutralities.length];
            int shape = k / (financings.length * neutralities.length) % SHAPES;
            boolean undone = financing == FinancingMode.EXCESS_SIDE || financing == FinancingMode.SCALAR;
            if (neutrality == NeutralityMode.DRIVER && undone) {
                continue;
            }
            Random random = new Random(40_000_000L + k);
            RiskFixture desk = desk(random, financing, neutrality, shape);
            BasketPipeline pipeline = desk.open();
            situation(desk, random);
            String seed = "seed " + (40_000_000L + k) + " " + financing + " " + neutrality + " shape " + shape;
            try {
                verdicts.merge(pipeline.run(desk.basket, desk.inputs), 1, Integer::sum);
            } catch (RuntimeException e) {
                throw new AssertionError(seed, e);
            }
            outcomes.merge(desk.basket.neutrality, 1, Integer::sum);
            BasketRules.check(desk, seed);
            boolean lower = desk.fees.rateOf(0, Liquidity.TAKER) < desk.feeRate;
            assertEquals(shape == 4, lower, () -> seed + ": the tier of the day before is in force");
            run++;
        }
        int stuck = verdicts.getOrDefault(Verdict.NOT_CONVERGED, 0);
        assertTrue(stuck * 1000L < BASKETS, () -> "not converged " + verdicts);
        int left = verdicts.getOrDefault(Verdict.ADMITTED, 0);
        assertTrue(left > BASKETS / 3, () -> "admitted " + verdicts);
        for (NeutralityOutcome outcome : NeutralityOutcome.values()) {
            assertTrue(outcomes.getOrDefault(outcome, 0) > 0, () -> "no " + outcome + " among " + outcomes);
        }
        assertEquals(
                BASKETS, verdicts.values().stream().mapToInt(Integer::intValue).sum());
    }
}
