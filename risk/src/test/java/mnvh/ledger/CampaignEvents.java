package mnvh.ledger;

import mnvh.ledger.CampaignBooks.Commission;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/**
 * A random life of the books: marks, fills, busts, corrections, fees, carry, cash, index prices, settlements.
 *
 * <p>Numbers are such as markets have; in a wild life one in some hundred is of any size up to 62 bits, so that
 * everything that can overflow does. Ids are also drawn from those that are gone, times from those that have been, so
 * that every event comes twice, late, and in the wrong order too.
 */
final class CampaignEvents {
    private static final Account[] REASONS = {
        Account.TRADING_FEES,
        Account.CLEARING_FEES,
        Account.REGULATORY_FEES,
        Account.TAXES,
        Account.OTHER_FEES,
        Account.REBATES,
        Account.FUNDING,
        Account.BORROW,
        Account.INTEREST,
        Account.EXTERNAL
    };
    private static final int STEP = 400;
    private static final long TICK_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400_000_000_000L;
    /** Events after which some days pass in which nothing happens. */
    private static final int PAUSE = 150;
    /** Events of which a fill is stamped days before. */
    private static final int LATE = 37;

    private static final int EXTREME = 300;
    private static final int REMEMBERED = 32;

    private final CampaignRandom random;
    private final CampaignBooks books;
    private final int currencies;
    private final boolean wild;
    private final long[] price = new long[CampaignMarket.INSTRUMENTS];
    private final long[][] ids = new long[CampaignMarket.INSTRUMENTS][REMEMBERED];
    private final long[] rates;
    private long nowNs;
    private long id;
    private long events;

    CampaignEvents(long seed, boolean wild, int currencies, CampaignBooks books) {
        this.wild = wild;
        this.random = new CampaignRandom(seed);
        this.books = books;
        this.currencies = currencies;
        this.rates = new long[currencies];
        for (int i = 0; i < price.length; i++) {
            price[i] = 100_000_000L * (1 + random.below(1000));
        }
        for (int c = 1; c < currencies; c++) {
            rates[c] = 100_000_000L * (1 + random.below(30_000L)) / 100;
        }
    }

    /** Does the next event. */
    void next() {
        events++;
        nowNs += random.below(TICK_NS);
        if (events % PAUSE == 0) {
            nowNs += events / PAUSE % 9 * DAY_NS;
        }
        if (events % STEP == 0) {
            books.closeStep(nowNs);
            return;
        }
        int i = random.below(CampaignMarket.INSTRUMENTS);
        int draw = random.below(1000);
        if (draw < 330) {
            books.mark(i, moved(i));
        } else if (draw < 800) {
            fill(i);
        } else if (draw < 840) {
            books.bust(i, known(i));
        } else if (draw < 870) {
            books.correct(known(i), ++id, i, side(), quantity(i), moved(i), commission());
            remember(i);
        } else if (draw < 900) {
            books.lateFee(i, known(i), FeeKind.of(random.below(5)), random.below(currencies), amount());
        } else if (draw < 940) {
            carry(i);
        } else if (draw < 950 || currencies == 1) {
            cash();
        } else if (draw < 990) {
            index();
        } else if (draw < 999) {
            int from = random.below(currencies);
            books.convert(from, size(), (from + 1 + random.below(currencies - 1)) % currencies, size(), nowNs);
        } else if (random.oneIn(200)) {
            books.settle(++id, i, moved(i), nowNs);
        }
    }

    private void fill(int i) {
        Liquidity liquidity = random.oneIn(3) ? Liquidity.MAKER : Liquidity.TAKER;
        long timeNs = events % LATE == 0 ? nowNs - events / LATE % 70 * DAY_NS : nowNs;
        books.fill(++id, i, side(), quantity(i), moved(i), liquidity, commission(), timeNs);
        remember(i);
    }

    private void carry(int i) {
        // Funding is told a while after its boundary, and some of it twice.
        long boundaryNs = (nowNs - random.below(100 * TICK_NS)) / (8 * TICK_NS) * 8 * TICK_NS;
        switch (random.below(3)) {
            case 0 -> books.funding(i, rate(), extreme() ? random.ofAnySize(62) : price[i], boundaryNs);
            case 1 -> books.borrow(i, Math.abs(rate()), boundaryNs);
            default -> books.interest(random.below(currencies), rate(), boundaryNs);
        }
    }

    private void cash() {
        int currency = random.below(currencies);
        switch (random.below(3)) {
            case 0 -> books.external(currency, amount());
            case 1 -> books.suspend(currency, amount());
            default -> books.resolve(currency, REASONS[random.below(REASONS.length)], amount());
        }
    }

    private void index() {
        int c = 1 + random.below(currencies - 1);
        long wobble = rates[c] / 500 * (random.below(11) - 5);
        rates[c] = Math.max(1, rates[c] + wobble);
        books.indexPrice(c, extreme() ? random.ofAnySize(50) : rates[c], nowNs - random.below(3 * TICK_NS));
    }

    /** A price near the last one, or for once one of any size. */
    private long moved(int i) {
        if (extreme()) {
            return random.ofAnySize(62);
        }
        long move = Math.max(1, price[i] / 200) * (random.below(21) - 10) / 10;
        price[i] = Math.max(1, price[i] + move);
        return price[i];
    }

    private long quantity(int i) {
        if (extreme()) {
            return 100 * random.ofAnySize(55);
        }
        return 100 * (1 + random.below(i % 3 == 0 ? 10_000L : 3_000_000L));
    }

    private Side side() {
        return random.oneIn(2) ? Side.BUY : Side.SELL;
    }

    private Commission commission() {
        return random.oneIn(3) ? new Commission(true, random.below(currencies), amount()) : Commission.SCHEDULED;
    }

    private long amount() {
        return extreme() ? random.signedOfAnySize(62) : random.below(2_000_000_000L) - 500_000_000L;
    }

    private long size() {
        return extreme() ? random.ofAnySize(62) : 1 + random.below(100 * FixedPoint.SCALE);
    }

    private long rate() {
        return extreme() ? random.signedOfAnySize(60) : random.below(2_000_000_000L) - 1_000_000_000L;
    }

    private boolean extreme() {
        return wild && random.oneIn(EXTREME);
    }

    private void remember(int i) {
        ids[i][(int) (id % REMEMBERED)] = id;
    }

    private long known(int i) {
        return ids[i][random.below(REMEMBERED)];
    }
}
