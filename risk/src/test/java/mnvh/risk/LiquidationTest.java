package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.MarginMode;
import mnvh.universe.MarginTerms;
import mnvh.universe.MarginTier;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** Distances by hand, and against decimals that are never rounded. */
class LiquidationTest {
    private static final int BOOKS = 5_000;

    private static Instrument instrument(int index, MarginTerms terms) {
        return new Instrument(
                index, "S" + index, InstrumentKind.LINEAR_PERP, "USD", 1, 1, money("1"), 0, Long.MAX_VALUE, 0, terms);
    }

    private static MarginTerms terms(MarginMode mode, String... rates) {
        List<MarginTier> tiers = new ArrayList<>();
        for (int k = 0; k < rates.length; k += 3) {
            tiers.add(new MarginTier(money(rates[k]), rate(rates[k + 1]), rate(rates[k + 2])));
        }
        return new MarginTerms(mode, tiers);
    }

    private static Liquidation measure(String equity, MarginTerms[] terms, String... values) {
        List<Instrument> instruments = new ArrayList<>();
        long[] value = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            instruments.add(instrument(i, terms[i]));
            value[i] = money(values[i]);
        }
        Universe universe = new Universe(instruments);
        Liquidation liquidation = new Liquidation(universe, new Margins(universe));
        liquidation.measure(value, money(equity));
        return liquidation;
    }

    private static void distance(String expected, long actual) {
        // Rounding to units makes a distance shorter, never longer.
        long truth = rate(expected);
        assertTrue(actual <= truth && truth - actual <= 100, () -> actual + " for " + truth);
    }

    @Test
    void oneLongIsLiquidatedWhereItsLossMeetsMaintenance() {
        MarginTerms half = terms(MarginMode.CROSS, "0", "0.1", "0.05");
        // 300 - 1000 d = 0.05 * 1000 (1 - d): d = 250 / 950, cut.
        Liquidation one = measure("300", new MarginTerms[] {half}, "1000");
        assertEquals(money("50"), one.maintenance());
        distance("0.263157894736", one.distance());
        distance("0.263157894736", one.distance(0));
        // A short needs more margin as it loses: 300 - 1000 d = 50 (1 + d).
        distance(
                "0.238095238095",
                measure("300", new MarginTerms[] {half}, "-1000").distance());
    }

    @Test
    void whatIsHedgedIsFarAndEachLegIsNear() {
        MarginTerms half = terms(MarginMode.CROSS, "0", "0.1", "0.05");
        Liquidation two = measure("300", new MarginTerms[] {half, half}, "1000", "-1000");
        assertEquals(Liquidation.UNREACHED, two.distance(), "up 100%: 300 - 0.05 * 4000 is still 100");
        // The long alone: 300 - 1000 d - 50 = 50 (1 - d).
        distance("0.210526315789", two.distance(0));
        distance("0.190476190476", two.distance(1));
    }

    @Test
    void tiersAskMoreOfAGrowingShort() {
        MarginTerms tiered = terms(MarginMode.CROSS, "0", "0.1", "0.05", "1000", "0.2", "0.1");
        // Short 900, equity 300: margin 45 up to 1000, then 50 + 0.1 over it.
        // 300 - 900 d = 50 + 0.1 * (900 + 900 d - 1000): 990 d = 260.
        distance(
                "0.262626262626",
                measure("300", new MarginTerms[] {tiered}, "-900").distance());
    }

    @Test
    void isolatedMarginIsItsOwn() {
        MarginTerms alone = terms(MarginMode.ISOLATED, "0", "0.1", "0.05");
        MarginTerms cross = terms(MarginMode.CROSS, "0", "0.1", "0.05");
        Liquidation both = measure("100000", new MarginTerms[] {alone, cross}, "1000", "1000");
        // 100 - 1000 d = 50 (1 - d), however rich the account is.
        distance("0.052631578947", both.distance(0));
        assertEquals(Liquidation.UNREACHED, both.distance(1));
        distance("0.052631578947", both.distance());
        // Its gains do not save the other: 150 - 100 set aside leave 50 for a short that needs 50.
        distance(
                "0",
                measure("150", new MarginTerms[] {alone, cross}, "1000", "-1000")
                        .distance(1));
    }

    @Test
    void shortOfMarginIsNoDistanceAndNothingHeldIsUnreached() {
        MarginTerms half = terms(MarginMode.CROSS, "0", "0.1", "0.05");
        assertEquals(0, measure("49.99999999", new MarginTerms[] {half}, "1000").distance());
        assertEquals(0, measure("-1", new MarginTerms[] {half}, "0").distance());
        assertEquals(
                Liquidation.UNREACHED,
                measure("0", new MarginTerms[] {half}, "0").distance());
    }

    /** Equity less maintenance margin of one pool after a move, with nothing rounded. */
    private static BigDecimal slack(
            Universe universe,
            long[] factor,
            long[] value,
            BigDecimal pool,
            boolean[] in,
            boolean[] moves,
            BigDecimal move) {
        BigDecimal left = pool;
        for (int i = 0; i < value.length; i++) {
            if (!in[i]) {
                continue;
            }
            BigDecimal before = BigDecimal.valueOf(value[i]);
            BigDecimal after = moves[i] ? before.add(before.multiply(move)) : before;
            left = left.add(after.subtract(before)).subtract(maintenance(universe.get(i), factor[i], after.abs()));
        }
        return left;
    }

    /** Every slice of a notional at its own rate. */
    private static BigDecimal maintenance(Instrument instrument, long factor, BigDecimal notional) {
        BigDecimal sum = BigDecimal.ZERO;
        List<MarginTier> tiers = instrument.margin().tiers();
        for (int t = 0; t < tiers.size(); t++) {
            BigDecimal from = BigDecimal.valueOf(tiers.get(t).notional());
            BigDecimal to = t + 1 < tiers.size()
                    ? notional.min(BigDecimal.valueOf(tiers.get(t + 1).notional()))
                    : notional;
            if (to.compareTo(from) > 0) {
                sum = sum.add(to.subtract(from)
                        .multiply(BigDecimal.valueOf(tiers.get(t).maintenanceRate(), 12)));
            }
        }
        return sum.multiply(BigDecimal.valueOf(factor, 12));
    }

    @Test
    void marginHoldsAtTheDistanceAndNotMuchBeyond() {
        int reached = 0;
        for (int k = 0; k < BOOKS; k++) {
            String seed = "seed " + (8_000_000 + k);
            Random random = new Random(8_000_000 + k);
            int n = 1 + random.nextInt(5);
            List<Instrument> instruments = new ArrayList<>();
            long[] value = new long[n];
            long[] factor = new long[n];
            for (int i = 0; i < n; i++) {
                MarginMode mode = random.nextInt(4) == 0 ? MarginMode.ISOLATED : MarginMode.CROSS;
                instruments.add(instrument(i, RandomMargin.terms(random, mode)));
                value[i] = (long) (random.nextGaussian() * 3.0e12);
                factor[i] = random.nextInt(4) == 0 ? rate("2") : rate("1");
            }
            Universe universe = new Universe(instruments);
            Margins margins = new Margins(universe);
            BigDecimal pool = BigDecimal.valueOf((long) (random.nextDouble() * 2.0e12));
            long equity = pool.longValueExact();
            boolean[] cross = new boolean[n];
            for (int i = 0; i < n; i++) {
                margins.scale(i, factor[i]);
                cross[i] = !margins.isolated(i);
                pool = cross[i] ? pool : pool.subtract(BigDecimal.valueOf(margins.initial(i, Math.abs(value[i]))));
            }
            Liquidation liquidation = new Liquidation(universe, margins);
            liquidation.measure(value, equity);
            long nearest = Math.min(
                    edge(universe, factor, value, pool, cross, cross, true),
                    edge(universe, factor, value, pool, cross, cross, false));
            for (int i = 0; i < n; i++) {
                boolean[] only = new boolean[n];
                only[i] = true;
                BigDecimal own = cross[i] ? pool : BigDecimal.valueOf(margins.initial(i, Math.abs(value[i])));
                long each = Math.min(
                        edge(universe, factor, value, own, cross[i] ? cross : only, only, true),
                        edge(universe, factor, value, own, cross[i] ? cross : only, only, false));
                near(each, liquidation.distance(i), seed + " instrument " + i);
                nearest = cross[i] ? nearest : Math.min(nearest, each);
                reached += each > 0 && each < Liquidation.UNREACHED ? 1 : 0;
            }
            near(nearest, liquidation.distance(), seed);
        }
        int count = reached;
        assertTrue(count > BOOKS, () -> "reached " + count);
    }

    /** Never beyond the true distance; short of it by what margins rounded up to units may take. */
    private static void near(long truth, long distance, String seed) {
        assertTrue(distance <= truth && truth - distance <= 2_000, () -> seed + ": " + distance + ", truly " + truth);
    }

    /** Largest move at 10^-12 with which the pool's slack is not negative, by bisection on exact decimals. */
    private static long edge(
            Universe universe,
            long[] factor,
            long[] value,
            BigDecimal pool,
            boolean[] in,
            boolean[] moves,
            boolean up) {
        long inside = -1;
        long outside = Liquidation.UNREACHED + 1;
        while (outside - inside > 1) {
            long middle = (inside + outside) >> 1;
            BigDecimal move = BigDecimal.valueOf(up ? middle : -middle, 12);
            if (slack(universe, factor, value, pool, in, moves, move).signum() >= 0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Math.max(0, inside);
    }
}
