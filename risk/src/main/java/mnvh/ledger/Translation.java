package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * What the books come to in the reporting currency, at index prices that are part of the journal.
 *
 * <p>Each component that a currency gained since the last time is converted at the price that was in force meanwhile;
 * a change of the price is the FX component on the currency's equity; and because a sum of rounded numbers is not the
 * rounded sum, the difference has a component of its own, so that
 *
 * <pre>
 *   W = W0 + sum of converted components + FX + ROUNDING        residual 0, in integers
 * </pre>
 *
 * <p>Happens at index prices and at the close of a step, never in between. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
public final class Translation implements Stateful {
    private static final int WIDTH = Component.count();
    private static final int CASHFLOW = Component.TRADING_CASHFLOW.ordinal();
    private static final int FX = Component.FX.ordinal();
    private static final int ROUNDING = Component.ROUNDING.ordinal();

    private final Books books;
    private final ComponentTotals components;
    private final int currencies;
    private final long maxAgeNs;
    private final long[] price;
    private final long[] pricedNs;
    private final long[] translated;
    /** Of each currency and component: what was converted so far, in the currency. */
    private final long[] done;
    /** The same in the reporting currency. */
    private final long[] reported;

    private final long[] changes = new long[WIDTH];
    private final long[] keptDone = new long[WIDTH];
    private final long[] keptReported = new long[WIDTH];
    private long keptTranslated;
    private long keptPrice;
    private boolean known = true;

    /** @param maxAgeNs age beyond which an index price is late */
    Translation(Books books, ComponentTotals components, long maxAgeNs) {
        this.books = books;
        this.components = components;
        this.currencies = books.rows().currencies();
        this.maxAgeNs = maxAgeNs;
        this.price = new long[currencies];
        this.pricedNs = new long[currencies];
        this.translated = new long[currencies];
        this.done = new long[currencies * WIDTH];
        this.reported = new long[currencies * WIDTH];
    }

    /**
     * Takes a new index price of a currency other than the reporting one.
     *
     * @param indexPrice units of the reporting currency for one of this, at 10^-8, positive
     * @return false where it is older than the one in force, and nothing happened
     */
    boolean price(int currency, long indexPrice, long timestampNs) {
        if (currency == 0 || indexPrice <= 0) {
            throw new IllegalArgumentException("index price " + indexPrice + " of currency " + currency);
        }
        if (price[currency] != 0 && timestampNs < pricedNs[currency]) {
            return false;
        }
        keep(currency);
        try {
            reprice(currency, indexPrice);
        } catch (ArithmeticException e) {
            giveBack(currency);
            throw e;
        }
        pricedNs[currency] = timestampNs;
        return true;
    }

    private void reprice(int currency, long indexPrice) {
        if (price[currency] == 0) {
            price[currency] = indexPrice;
            convert(currency);
            return;
        }
        convert(currency);
        long revalued = at(books.equity(currency), indexPrice);
        long change = Math.subtractExact(revalued, translated[currency]);
        int fx = currency * WIDTH + FX;
        reported[fx] = Math.addExact(reported[fx], change);
        translated[currency] = revalued;
        price[currency] = indexPrice;
    }

    private void keep(int currency) {
        System.arraycopy(done, currency * WIDTH, keptDone, 0, WIDTH);
        System.arraycopy(reported, currency * WIDTH, keptReported, 0, WIDTH);
        keptTranslated = translated[currency];
        keptPrice = price[currency];
    }

    private void giveBack(int currency) {
        System.arraycopy(keptDone, 0, done, currency * WIDTH, WIDTH);
        System.arraycopy(keptReported, 0, reported, currency * WIDTH, WIDTH);
        translated[currency] = keptTranslated;
        price[currency] = keptPrice;
    }

    /** Converts what changed since the last time, and sees whether every price that is needed is there in time. */
    void close(long nowNs) {
        known = true;
        for (int c = 1; c < currencies; c++) {
            boolean converted = price[c] == 0 || tryToConvert(c);
            known &= converted && (books.equity(c) == 0 || fresh(c, nowNs));
        }
    }

    /** What has no representation in the reporting currency is not known in it; the other currencies are. */
    private boolean tryToConvert(int currency) {
        try {
            convert(currency);
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** @return true where the currency's index price is known and not late at {@code nowNs} */
    public boolean fresh(int currency, long nowNs) {
        return currency == 0 || (price[currency] != 0 && nowNs - pricedNs[currency] <= maxAgeNs);
    }

    private void convert(int currency) {
        long rate = price[currency];
        int row = currency * WIDTH;
        long sum = 0;
        for (int k = 0; k < WIDTH; k++) {
            long now = components.inCurrency(Component.of(k), currency);
            changes[k] = now == done[row + k] ? 0 : at(Math.subtractExact(now, done[row + k]), rate);
            Math.addExact(reported[row + k], changes[k]);
            sum = k == CASHFLOW ? sum : Math.addExact(sum, changes[k]);
        }
        long next = at(books.equity(currency), rate);
        changes[ROUNDING] = Math.subtractExact(Math.subtractExact(next, translated[currency]), sum);
        // Everything fits, roundings too, which are half a unit for each number; from here on nothing throws.
        for (int k = 0; k < WIDTH; k++) {
            done[row + k] = components.inCurrency(Component.of(k), currency);
            reported[row + k] += changes[k];
        }
        translated[currency] = next;
    }

    private static long at(long amount, long rate) {
        return FixedPoint.multiply(amount, rate, Rounding.HALF_EVEN);
    }

    /** @return true when every currency that matters had an index price in time at the last close */
    public boolean known() {
        return known;
    }

    /** @return the index price in force at 10^-8; 0 for none */
    public long price(int currency) {
        return currency == 0 ? FixedPoint.SCALE : price[currency];
    }

    /** @return W of a currency in the reporting currency, as of the last conversion */
    public long equity(int currency) {
        return currency == 0 ? books.equity(0) : translated[currency];
    }

    /** @return W in the reporting currency */
    public long equity() {
        long sum = books.equity(0);
        for (int c = 1; c < currencies; c++) {
            sum = Math.addExact(sum, translated[c]);
        }
        return sum;
    }

    /** @return what a component of a currency came to in the reporting currency, as of the last conversion */
    public long component(Component component, int currency) {
        return currency == 0 ? components.inCurrency(component, 0) : reported[currency * WIDTH + component.ordinal()];
    }

    /** @return what a component came to over all currencies in the reporting currency */
    public long component(Component component) {
        long sum = 0;
        for (int c = 0; c < currencies; c++) {
            sum = Math.addExact(sum, component(component, c));
        }
        return sum;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(price, currencies);
        writer.putLongs(pricedNs, currencies);
        writer.putLongs(translated, currencies);
        writer.putLongs(reported, reported.length);
        writer.putLongs(done, done.length);
        writer.putInt(known ? 1 : 0);
    }
}
