package mnvh.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import mnvh.config.Config;
import mnvh.units.FixedPoint;
import org.junit.jupiter.api.Test;

/** What is called clear passes every limit in integers, and a list far inside its limits is called clear. */
class RoughExposureTest {
    private static final int SIZE = 6;

    private final SplittableRandom random = new SplittableRandom(20_261);
    private int clear;

    @Test
    void clearListsPassExactlyAndNearOnesAreLeftToIntegers() {
        int denied = 0;
        for (int run = 0; run < 4_000; run++) {
            denied += oneList() ? 1 : 0;
        }
        assertTrue(clear > 400, "clear " + clear);
        assertTrue(denied > 400, "denied " + denied);
    }

    @Test
    void feesWithAMinimumAreNeverCalledClearOfAMarginLimit() {
        RiskFixture desk = desk("0.9");
        desk.feeMinimum = RiskFixture.money("0.01");
        Parts parts = new Parts(desk);
        assertFalse(parts.rough.clear(new long[SIZE]));
    }

    /** @return whether the integers denied it */
    private boolean oneList() {
        RiskFixture desk = desk("0." + (1 + random.nextInt(9)));
        Parts parts = new Parts(desk);
        long[] list = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            list[i] = random.nextLong(-1, 2) * (random.nextLong(1L << 42) >> random.nextInt(12));
        }
        boolean sure = parts.rough.clear(list);
        Verdict exact = parts.exact(list);
        if (sure) {
            clear++;
            assertEquals(Verdict.ADMITTED, exact);
        }
        return exact != Verdict.ADMITTED;
    }

    private RiskFixture desk(String ratio) {
        RiskFixture desk = new RiskFixture();
        for (int i = 0; i < SIZE; i++) {
            desk.asset(String.valueOf(1 + random.nextInt(500)));
        }
        desk.maxGross = RiskFixture.rate(ratio);
        desk.maxNet = RiskFixture.rate("0.3");
        desk.maxBeta = RiskFixture.rate("0.2");
        desk.maxMargin = RiskFixture.rate("0.15");
        desk.stress = RiskFixture.rate("0.05");
        return desk;
    }

    /** The two ways to measure the same book. */
    private static final class Parts {
        private final RoughExposure rough;
        private final Exposure exposure;
        private final Config config;
        private final Book book;

        Parts(RiskFixture desk) {
            config = desk.load();
            book = new Book(desk.universe, desk.ledger, desk.fees, desk.working);
            LimitPrices prices = new LimitPrices(config.execution().collarRate(), new Limits(config.risk()));
            Margins margins = new Margins(desk.universe);
            rough = new RoughExposure(new Limits(config.risk()), book, prices, margins);
            exposure = new Exposure(book, prices, new MarginModel(margins, new Limits(config.risk())));
            book.load(desk.inputs);
        }

        Verdict exact(long[] list) {
            exposure.ofList(list, FixedPoint.RATE_SCALE, false);
            boolean inside =
                    Math.abs(exposure.gross) <= book.ofEquity(new Limits(config.risk()).maxGrossLeverageRatio())
                            && Math.abs(exposure.net) <= book.ofEquity(new Limits(config.risk()).maxNetLeverageRatio())
                            && Math.abs(exposure.beta) <= book.ofEquity(new Limits(config.risk()).maxMarketBetaRatio())
                            && exposure.margin <= book.ofEquity(new Limits(config.risk()).maxMarginUsageRatio());
            return inside ? Verdict.ADMITTED : Verdict.DENIED_GROSS;
        }
    }
}
