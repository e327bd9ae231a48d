package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import mnvh.audit.AuditBooks;
import mnvh.audit.AuditRules;
import mnvh.audit.Exact;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** Random tables, and fills on many days, some of them late, busted or corrected: the auditor arrives at every fee. */
class FeeTiersPropertyTest {
    private static final long ONE = FixedPoint.SCALE;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final String[] CODES = {"USD", "USD", "EUR", "BTC"};
    private static final LotsConfig LOTS = new LotsConfig(LotMethod.FIFO, 8, 64);

    private final Execution execution = new Execution();
    private Random random = new Random(0);

    @Test
    void auditorComputesEveryFeeByItself() {
        long seed = new Random().nextLong();
        System.out.println("FeeTiersPropertyTest seed " + seed);
        random = new Random(seed);
        long changes = 0;
        for (int run = 0; run < 60; run++) {
            changes += live(600);
        }
        assertTrue(changes > 200, "only " + changes + " changes of a tier");
    }

    /** @return how often a day brought other rates */
    private long live(int events) {
        Universe universe = universe();
        Currencies currencies = Currencies.of(universe, "USD", List.of());
        FeeConfig config = new FeeConfig(table(1), Map.of("I1", table(0), "I3", table(0)), FeeConfig.NO_BOUND);
        FeeSchedule fees = new FeeSchedule(universe, currencies, config);
        Ledger ledger = new Ledger(
                universe,
                currencies,
                fees,
                LOTS,
                0,
                Currencies.MAX_PRICE_AGE_NS,
                (component, i, currency, amount) -> {});
        AuditBooks audit =
                new AuditBooks(new AuditRules(universe, currencies, LOTS, config, 0, Currencies.MAX_PRICE_AGE_NS));
        Map<Long, Integer> fills = new TreeMap<>();
        List<Long> ids = new ArrayList<>();
        long nowNs = random.nextInt(20_000) * DAY_NS;
        long changes = 0;
        for (long id = 1; id <= events; id++) {
            nowNs += random.nextInt(5) == 0 ? random.nextLong(12 * DAY_NS) : random.nextLong(DAY_NS / 4);
            changes += fees.at(nowNs) && fees.changed() ? 1 : 0;
            audit.fees().at(nowNs);
            int i = random.nextInt(CODES.length);
            Side side = Side.of(random.nextInt(2));
            long quantity = 1 + random.nextLong(10 * ONE);
            long price = 1 + random.nextLong(1000 * ONE);
            int dice = ids.isEmpty() ? 0 : random.nextInt(20);
            if (dice < 16) {
                Liquidity liquidity = Liquidity.of(random.nextInt(2));
                long timeNs = random.nextInt(6) == 0 ? nowNs - random.nextLong(70 * DAY_NS) : nowNs;
                Exact scheduled = audit.fees()
                        .opinion(i, side, quantity, price, liquidity, false, currencies.ofInstrument(i), 0, timeNs)
                        .scheduled();
                execution.of(id, i, side, quantity, price).liquidity(liquidity).at(timeNs);
                assertEquals(scheduled.longValueExact(), ledger.fill(execution), "fee of fill " + id);
                assertTrue(audit.fill(id, i, side, quantity, price, liquidity, false, 0, 0, timeNs));
                fills.put(id, i);
                ids.add(id);
            } else if (dice < 18) {
                long old = ids.get(random.nextInt(ids.size()));
                int of = fills.getOrDefault(old, 0);
                boolean booked = random.nextBoolean()
                        ? assertSame(ledger.bust(of, old), audit.bust(of, old))
                        : assertSame(
                                ledger.correct(old, execution.of(id, of, side, quantity, price)),
                                audit.correct(of, old, id, side, quantity, price, Liquidity.TAKER, false, 0, 0));
                if (booked) {
                    fills.put(id, of);
                    ids.add(id);
                }
            } else {
                int currency = 1 + random.nextInt(2);
                long index = 1 + random.nextLong(50_000 * ONE);
                assertSame(ledger.indexPrice(currency, index, nowNs), audit.rate(currency, index, nowNs));
            }
            assertEquals(audit.fees().reached().longValueExact(), fees.reached(), "traded notional");
            for (int c = 0; c < currencies.size(); c++) {
                assertEquals(
                        audit.readings().wallet(c).longValueExact(),
                        ledger.books().total(Account.WALLET, c),
                        "wallet");
            }
        }
        return changes;
    }

    private static boolean assertSame(boolean booked, boolean audited) {
        assertEquals(booked, audited, "effect");
        return booked;
    }

    private FeeTable table(int leastTiers) {
        List<FeeTier> tiers = new ArrayList<>();
        long from = 0;
        for (int n = leastTiers + random.nextInt(4); n > 0; n--) {
            from += 1 + (random.nextLong(20_000_000 * ONE) >>> random.nextInt(24));
            tiers.add(new FeeTier(from, rate(), rate()));
        }
        long minimum = random.nextInt(3) == 0 ? random.nextLong(ONE) : 0;
        long maximum = random.nextInt(3) == 0 ? minimum + random.nextLong(5 * ONE) : FeeTable.NO_MAXIMUM;
        return new FeeTable(rate(), rate(), random.nextInt(3) == 0 ? random.nextLong(ONE) : 0, minimum, maximum, tiers);
    }

    private long rate() {
        return random.nextLong(-200_000_000L, 1_000_000_000L);
    }

    private static Universe universe() {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < CODES.length; i++) {
            InstrumentKind kind = CODES[i].equals("BTC") ? InstrumentKind.INVERSE_PERP : InstrumentKind.LINEAR_PERP;
            instruments.add(
                    new Instrument(i, "I" + i, kind, CODES[i], 1, 1, ONE, 0, Long.MAX_VALUE, 0, FixedPoint.RATE_SCALE));
        }
        return new Universe(instruments);
    }
}
