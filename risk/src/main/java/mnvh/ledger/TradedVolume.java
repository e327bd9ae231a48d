package mnvh.ledger;

import mnvh.config.FeeTier;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Int128;
import mnvh.units.Int128Array;
import mnvh.units.Rounding;
import mnvh.universe.Currencies;

/**
 * What the account traded on each of the latest UTC days, in the currencies it was traded in.
 *
 * <p>A day begins with the first event that is stamped in it, and never ends again: what comes later with an earlier
 * stamp belongs to its own day. Totals have 128 bits, so that no fill is too large to be counted. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class TradedVolume implements Stateful {
    private static final int DAYS = FeeTier.KEPT_DAYS + 1;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long NO_DAY = Long.MIN_VALUE;
    private static final long WORD = 0xFFFF_FFFFL;

    private final int currencies;
    /** Of each day, by its number modulo {@link #DAYS}, and each currency. */
    private final Int128Array traded;

    private final long[] price;
    private final Int128 sum = new Int128();
    private long today = NO_DAY;
    private long todayNs = Long.MAX_VALUE;
    private long tomorrowNs = Long.MIN_VALUE;
    private boolean unpriced;

    TradedVolume(int currencies) {
        this.currencies = currencies;
        this.traded = new Int128Array(DAYS * currencies);
        this.price = new long[currencies];
        price[Currencies.REPORTING] = FixedPoint.SCALE;
    }

    /** Goes on to the day of an event. @return false where it has begun before */
    boolean at(long timestampNs) {
        if (timestampNs < tomorrowNs) {
            return false;
        }
        long day = Math.floorDiv(timestampNs, DAY_NS);
        long first = today == NO_DAY ? day : Math.max(today + 1, day - FeeTier.KEPT_DAYS);
        for (long begun = first; begun <= day; begun++) {
            for (int c = 0; c < currencies; c++) {
                traded.clear(place(begun, c));
            }
        }
        today = day;
        todayNs = Math.multiplyExact(day, DAY_NS);
        tomorrowNs = todayNs > Long.MAX_VALUE - DAY_NS ? Long.MAX_VALUE : todayNs + DAY_NS;
        return true;
    }

    /** @return true for a stamp of an earlier day than the newest */
    boolean isPast(long timestampNs) {
        return timestampNs < todayNs;
    }

    /**
     * Counts a notional on its day, or takes one back where it is negative; before the days that are kept nothing
     * counts.
     *
     * @return true when it changed what an earlier day than the newest traded
     */
    boolean count(int currency, long notional, long timestampNs) {
        long day = Math.floorDiv(timestampNs, DAY_NS);
        if (!kept(day)) {
            return false;
        }
        traded.add(place(day, currency), notional);
        return day != today;
    }

    /** Takes a currency's latest index price, positive. */
    void price(int currency, long indexPrice) {
        price[currency] = indexPrice;
    }

    /** @return what the days before the newest reach, see {@link #reached(long)} */
    long reached() {
        return today == NO_DAY ? 0 : reachedBefore(today);
    }

    /**
     * What was traded in the window before the day of a stamp: each currency's total at its latest index price, cut to
     * whole units; nothing where there is none.
     *
     * @return money of the reporting currency at 10^-8; the largest number for what is more
     */
    long reached(long timestampNs) {
        return reachedBefore(Math.floorDiv(timestampNs, DAY_NS));
    }

    private long reachedBefore(long day) {
        unpriced = false;
        long reached = 0;
        for (int c = 0; c < currencies; c++) {
            sum.clear();
            for (long before = day - FeeTier.WINDOW_DAYS; before < day; before++) {
                if (kept(before)) {
                    traded.addTo(place(before, c), sum);
                }
            }
            unpriced |= price[c] == 0 && !sum.isZero();
            long more = reached + priced(price[c]);
            reached = more < 0 ? Long.MAX_VALUE : more;
        }
        return reached;
    }

    /** @return true when the last answer counts something as nothing for want of an index price */
    boolean unpriced() {
        return unpriced;
    }

    private boolean kept(long day) {
        return day <= today && day >= today - FeeTier.KEPT_DAYS;
    }

    private int place(long day, int currency) {
        return Math.floorMod(day, DAYS) * currencies + currency;
    }

    private long priced(long indexPrice) {
        return indexPrice == 0 ? 0 : priced(sum, indexPrice);
    }

    /**
     * {@code total * indexPrice / SCALE}, cut; the largest number for what is more.
     *
     * @param total not negative
     * @param indexPrice positive
     */
    static long priced(Int128 total, long indexPrice) {
        if (total.high() >= FixedPoint.SCALE) {
            return Long.MAX_VALUE;
        }
        // Divided first, in two digits of 32 bits: the whole part has the price for a factor, and what is left is less
        // than one unit, so that its share of the price fits.
        long upper = (total.high() << 32) + (total.low() >>> 32);
        long lower = (upper % FixedPoint.SCALE << 32) + (total.low() & WORD);
        long whole = ((upper / FixedPoint.SCALE) << 32) + lower / FixedPoint.SCALE;
        long ofWhole = whole * indexPrice;
        long priced = ofWhole + FixedPoint.multiply(lower % FixedPoint.SCALE, indexPrice, Rounding.FLOOR);
        boolean fits = Math.multiplyHigh(whole, indexPrice) == 0 && (ofWhole | priced) >= 0;
        return fits ? priced : Long.MAX_VALUE;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(today);
        writer.putLongs(price, currencies);
        for (int i = 0; i < DAYS * currencies; i++) {
            writer.putLong(traded.high(i));
            writer.putLong(traded.low(i));
        }
    }
}
